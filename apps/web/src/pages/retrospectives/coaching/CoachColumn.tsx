/** The questions, each beside its sentence when there is room for a column, in reading order below each other otherwise. Never a score. */
import type { RuleId } from "@morrow/coach";
import { memo, useCallback, useLayoutEffect, useRef, useState } from "react";
import "./Coach.css";
import { placeCards } from "./placeCards.ts";
import { QuestionCard } from "./QuestionCard.tsx";
import type { Question } from "./questions.ts";

export interface CoachProps {
  readonly questions: readonly Question[];
  readonly active: string | null;
  readonly onGo: (question: Question) => void;
  readonly onSetAside: (question: Question, ruleId: RuleId, reason: string) => void;
}

const gap = 8;

interface CoachColumnProps extends CoachProps {
  /** False until the coach has read the text for the first time: then nothing can be said about it. */
  readonly read: boolean;
  /** Where the words of a question are, px from the top of the window. */
  readonly topOf: (question: Question) => number | null;
}

export const CoachColumn = memo(function CoachColumn({ topOf, read, ...coach }: CoachColumnProps) {
  const { questions } = coach;
  const column = useRef<HTMLDivElement>(null);
  const [tops, setTops] = useState<readonly number[]>([]);
  const place = useCallback(() => {
    const element = column.current;
    if (element === null) return;
    const origin = element.getBoundingClientRect().top;
    const heights = [...element.querySelectorAll<HTMLElement>("[data-card]")].map(
      (card) => card.offsetHeight,
    );
    const wanted = questions.map((question) => (topOf(question) ?? origin) - origin - gap);
    const next = placeCards(wanted, heights, gap).map(Math.round);
    setTops((before) => (before.join() === next.join() ? before : next));
  }, [questions, topOf]);
  useLayoutEffect(() => {
    place();
    const text = column.current?.parentElement;
    if (text === null || text === undefined) return;
    // The text beside it grows and shrinks while it is written, and the editor arrives late.
    const watch = new ResizeObserver(place);
    for (const child of text.children) watch.observe(child);
    for (const card of column.current?.children ?? []) watch.observe(card);
    return () => watch.disconnect();
  }, [place]);

  const last = tops.at(-1) ?? 0;
  return (
    <aside
      ref={column}
      className="retro-coach"
      aria-label="Questions from the coach"
      style={{ minHeight: last + 160 }}
    >
      {read && questions.length === 0 ? <NothingToAsk /> : null}
      {questions.map((question, index) => (
        <div
          key={question.id}
          data-card
          className="retro-coach-place"
          style={{
            translate: `0 ${tops[index] ?? 0}px`,
            visibility: tops[index] === undefined ? "hidden" : "visible",
          }}
        >
          <Card coach={coach} question={question} />
        </div>
      ))}
    </aside>
  );
});

/** For narrow windows, in a sheet. */
export function CoachList(coach: CoachProps) {
  if (coach.questions.length === 0) return <NothingToAsk />;
  return (
    <div className="stack-tight">
      {coach.questions.map((question) => (
        <Card key={question.id} coach={coach} question={question} />
      ))}
    </div>
  );
}

function Card({ coach, question }: { coach: CoachProps; question: Question }) {
  return (
    <QuestionCard
      question={question}
      active={question.id === coach.active}
      keepsReason={question.section !== "lesson" && question.section !== "measures"}
      onGo={() => coach.onGo(question)}
      onSetAside={(ruleId, reason) => coach.onSetAside(question, ruleId, reason)}
    />
  );
}

function NothingToAsk() {
  return (
    <p className="retro-coach-empty">
      Questions appear here, beside the sentence they are about. There is none at the moment.
    </p>
  );
}
