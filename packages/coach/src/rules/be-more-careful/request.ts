import { stemOf } from "./lexicon.ts";
import { mannerBefore } from "./manner.ts";

/** A request from its first word on. */
export interface Request {
  lower: string;
  words: readonly Word[];
  /** Place of the verb behind the adverbs that open the request. */
  head: number;
  verb: string;
  /** "Always …", "carefully …", "better …" stands before the verb. */
  isEager: boolean;
  /** Goes on from another request; then a noun alone is no request. */
  isJoined: boolean;
}

export interface Word {
  text: string;
  start: number;
  end: number;
}

/** What is asked stands near its verb; longer requests are read up to here. */
const longest = 26;

const word = /\.?[\p{L}\d\uE000@#][\p{L}\d'\uE000_./@-]*(?<![.])|[,:;.!?()\u2013\u2014]|(?<= )-(?= )/gu;

/** The request whose first word begins at `index`; undefined where no word follows. */
export function requestAt(lower: string, index: number, isJoined: boolean): Request | undefined {
  const words: Word[] = [];
  word.lastIndex = index;
  for (let match = word.exec(lower); match !== null && words.length < longest; match = word.exec(lower))
    words.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  let head = 0;
  let isEager = false;
  while (head < words.length - 1 && head < 5) {
    const found = mannerBefore(words[head]?.text ?? "", words[head + 1]?.text ?? "");
    // "Start working on asking for help" asks for the asking.
    if (
      /^work(?:ing)?$/u.test(words[head]?.text ?? "") &&
      words[head + 1]?.text === "on" &&
      /[a-z]{3}ing$/u.test(words[head + 2]?.text ?? "")
    ) {
      head += 2;
      continue;
    }
    if (found === undefined) break;
    isEager ||= found === "eager";
    head += 1;
  }
  const verb = words[head];
  return verb && { lower, words, head, verb: stemOf(verb.text), isEager, isJoined };
}

/** Where a pattern ends that matches at the word with that number. */
export function endAt(pattern: RegExp, { lower, words }: Request, from: number): number | undefined {
  const start = words[from]?.start;
  if (start === undefined) return undefined;
  pattern.lastIndex = start;
  const match = pattern.exec(lower);
  return match === null ? undefined : start + match[0].trimEnd().length;
}
