import { coach, type RemarkId } from "@morrow/coach";
import { frame, type Part } from "./parts.ts";

/** A remark of the coach at its place in a field. */
export interface Question {
  /** The same for the same words in the same field, while others come and go. */
  readonly id: string;
  readonly part: string;
  readonly section: Part["section"];
  readonly ruleId: RemarkId;
  /** Offsets in the field's text, UTF-16 code units, end exclusive. */
  readonly from: number;
  readonly to: number;
  readonly words: string;
  readonly message: string;
  readonly question: string;
}

/** What the coach would ask about one field. */
export function questionsAbout(part: Part): Question[] {
  const { markdown, context, toText } = frame(part);
  const seen = new Map<string, number>();
  return coach(markdown, { context }).map(({ ruleId, start, end, message, question }) => {
    const from = toText(start.offset);
    const to = Math.max(from, toText(end.offset));
    const words = part.text.slice(from, to);
    const same = `${part.key} ${ruleId} ${words}`;
    const count = seen.get(same) ?? 0;
    seen.set(same, count + 1);
    return {
      id: `${same} ${count}`,
      part: part.key,
      section: part.section,
      ruleId,
      from,
      to,
      words,
      message,
      question,
    };
  });
}
