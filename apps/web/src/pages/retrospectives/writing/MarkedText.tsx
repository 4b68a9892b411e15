/** A field that grows with its text and underlines the words that the coach asks about: a mirror of the text lies behind the field. */
import { useMemo, useRef, type KeyboardEvent, type ReactNode } from "react";
import type { Question } from "../coaching/questions.ts";
import "./MarkedText.css";
import { usePart, useWriting, type PartHandle } from "./WritingContext.ts";

export interface MarkedTextProps {
  /** Name of the field for the coach, see coaching/parts.ts. */
  readonly part: string;
  readonly value: string;
  readonly onValueChange: (value: string) => void;
  /** Characters of the part's text that stand before what is shown here. */
  readonly hidden?: number;
  readonly label: string;
  readonly placeholder?: string;
  readonly look?: "plain" | "lesson" | "entry";
  readonly maxLength?: number;
  readonly describedBy?: string;
  readonly name?: string;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  readonly onBlur?: () => void;
}

export function MarkedText(props: MarkedTextProps) {
  const {
    part,
    value,
    onValueChange,
    hidden = 0,
    label,
    placeholder,
    look = "plain",
    describedBy,
    ...rest
  } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const { questionsOf, active, activate } = useWriting();
  const questions = questionsOf(part);
  const handle = useMemo(
    (): PartHandle => ({
      focus: (from, to) => {
        field.current?.focus();
        field.current?.setSelectionRange(Math.max(0, from - hidden), Math.max(0, to - hidden));
      },
      top: () => field.current?.getBoundingClientRect().top ?? null,
    }),
    [hidden],
  );
  usePart(part, handle);

  const lookHere = () => {
    const at = (field.current?.selectionStart ?? 0) + hidden;
    const here = questions.find(({ from, to }) => at >= from && at <= to);
    if (here !== undefined) activate(here.id);
  };

  return (
    <span className="retro-marked" data-look={look}>
      <span className="retro-marked-mirror" aria-hidden="true">
        {value === "" ? placeholder : marked(value, questions, hidden, active)}{" "}
      </span>
      <textarea
        {...rest}
        ref={field}
        rows={1}
        value={value}
        aria-label={label}
        aria-describedby={describedBy}
        placeholder={placeholder}
        spellCheck
        onChange={(event) => onValueChange(event.target.value)}
        onSelect={lookHere}
      />
    </span>
  );
}

function marked(
  text: string,
  questions: readonly Question[],
  hidden: number,
  active: string | null,
): ReactNode[] {
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const { id, from, to } of questions) {
    const start = Math.max(at, from - hidden);
    const end = Math.min(text.length, to - hidden);
    if (end <= start) continue;
    pieces.push(text.slice(at, start));
    pieces.push(
      <span key={id} className="retro-question-words" data-active={id === active || undefined}>
        {text.slice(start, end)}
      </span>,
    );
    at = end;
  }
  pieces.push(text.slice(at));
  return pieces;
}
