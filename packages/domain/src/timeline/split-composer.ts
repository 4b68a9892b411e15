import { readWhen } from "./read-when.ts";
import { agoPattern, clockPattern } from "./when-grammar.ts";
import type { WhenContext, WhenReading } from "./when.ts";

export interface ComposedEntry {
  /** Null when the text does not begin with a time: it happened now. */
  when: WhenReading | null;
  body: string;
}

/** A time at the very beginning, set off by a blank, a colon, a comma or a dash. */
const leadingTime = new RegExp(
  `^\\s*(${agoPattern}|${clockPattern})(?:\\s*[:,]|[ \\t]+[–—-])?(?=\\s|$)\\s*`,
  "i",
);

/** "14:05 restarted the pool" → the time and "restarted the pool"; "5 min ago: saw errors" likewise. */
export function splitComposer(text: string, context: WhenContext): ComposedEntry {
  const match = leadingTime.exec(text);
  if (match?.[1] === undefined) return { when: null, body: text.trim() };
  const when = readWhen(match[1], context);
  if ("problem" in when && when.problem.code === "time.not_understood")
    return { when: null, body: text.trim() };
  return { when, body: text.slice(match[0].length).trim() };
}
