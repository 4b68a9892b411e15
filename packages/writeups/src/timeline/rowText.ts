import { momentAt, momentsWithin, type MomentWords } from "../moments/momentWords.ts";

/** Marks that may be left open by cutting the time off the front of a text. */
const marks = ["**", "__", "~~", "*", "_", "`"] as const;

function openMark(head: string): string | null {
  for (const mark of marks) {
    const count = head.split(mark).length - 1;
    if (count % 2 === 1) return mark;
  }
  return null;
}

/**
 * The Markdown after a time: separators, brackets and emphasis that belonged to the time are taken off.
 * `**16:58 UTC** - Deploy` → `Deploy`; `**16:58 Deploy**` → `Deploy`; `[16:58](https://…): Deploy` → `Deploy`.
 */
export function textAfter(text: string, to: number): string {
  const head = text.slice(0, to);
  let rest = text.slice(to);
  let mark = openMark(head);
  let bracket = (head.match(/\[/g)?.length ?? 0) > (head.match(/\]/g)?.length ?? 0);
  for (let guard = 0; guard < 12; guard += 1) {
    const before = rest;
    rest = rest.replace(/^(?:[\s:|–—,;)>]|[-~](?=\s|[-–]|$)|[.](?=\s|$)|\((?:local time)\))+/i, "");
    if (mark !== null && rest.startsWith(mark)) {
      rest = rest.slice(mark.length);
      mark = null;
    }
    if (bracket && rest.startsWith("]")) {
      rest = rest.replace(/^\](?:\([^)\s]*\))?/, "");
      bracket = false;
    }
    rest = rest.replace(/^-(?=[A-Za-z*[`])/, "");
    // The same time once more in another zone: `21:48 (6:48 PDT): …`.
    rest = rest.replace(/^\(\d{1,2}:\d{2}[^()]{0,14}\)/, "");
    if (rest === before) break;
  }
  if (mark !== null) rest = withoutFirst(rest, mark);
  // A link that spans time and text keeps its words only.
  if (bracket) rest = rest.replace(/\](?:\([^)\s]*\))?/, "");
  return withoutBreak(rest).trim();
}

/** A hard line break at the end of a row is no part of its text. */
export const withoutBreak = (text: string): string => text.replace(/(?:\\|<br\s*\/?>)+\s*$/i, "");

/** Emphasis that spans time and text loses its end together with its beginning. */
function withoutFirst(text: string, mark: string): string {
  const at = text.indexOf(mark);
  return at < 0 ? text : (text.slice(0, at) + text.slice(at + mark.length)).trimEnd();
}

/** A row that begins within the text of another: `… fixed. - 11:00 AM: Rerouted`. `before` is the text up to it. */
export interface InnerRow {
  before: string;
  words: MomentWords;
  text: string;
}

const ends = /(?:[.!?)][\s"”]*(?:[-–—•*]\s+)?|\s[-–—•]\s+)$/;
const told = /\b(?:at|by|until|till|from|since|around|about|and|to|between|before|after|of|for)\s*$/i;

/** The rows that were written one behind another on a line, each with a time and a colon. */
export function innerRows(text: string): InnerRow[] {
  if (text.length < 12 || !/\d[^:]{0,12}:\s/.test(text)) return [];
  const starts = momentsWithin(text).filter((words) => {
    if (words.time === null || words.from < 3 || !/^[*_]*:[*_]*\s/.test(text.slice(words.to))) return false;
    const before = text.slice(Math.max(0, words.from - 40), words.from).replace(/[*_]+$/, "");
    const marked = words.time.meridiem !== null || words.zone !== null;
    return ends.test(before) || (marked && !told.test(before));
  });
  return starts.map((words, index) => ({
    before: text.slice(0, starts[0]?.from).replace(/[\s*_–—•-]+$/, ""),
    words,
    text: textAfter(
      text.slice(words.from, starts[index + 1]?.from ?? text.length),
      words.to - words.from,
    ).replace(/[\s*_–—•-]+$/, ""),
  }));
}

/** `Isolation (Nov 5, 21:50): …` and `**Detection time:** Jan 25, 10:30 UTC`: the time stands behind a few words. */
export function labelledMoment(text: string): { words: MomentWords; text: string } | null {
  const inside = /^[\s*_]*([^()\n:]{2,60}?)[\s*_]*\(([^()\n]{4,60})\)[\s*_]*:[\s*_]*/u.exec(text);
  const bracketed = inside?.[2] === undefined ? null : momentAt(inside[2]);
  if (inside?.[1] && bracketed?.time && bracketed.to === inside[2]?.trimEnd().length)
    return { words: bracketed, text: `${inside[1]}: ${text.slice(inside[0].length).trim()}` };
  const label = /^[\s*_]*([^()\n:]{2,60}?)[\s*_]*:[\s*_]+(?=\S)/u.exec(text);
  if (!label?.[1]) return null;
  const value = text.slice(label[0].length);
  const whole = momentAt(value);
  return whole?.time && value.slice(whole.to).replace(/[\s.*_)]+/g, "") === ""
    ? { words: whole, text: label[1] }
    : null;
}
