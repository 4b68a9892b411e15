import type { CoachContext } from "../remark.ts";
import type { Prose } from "../markdown/prose.ts";

/** One sentence as the rules see it. Offsets in it count from `start` in the block's text. */
export interface Sentence {
  text: string;
  lower: string;
  start: number;
  block: Prose;
  context: CoachContext;
  /** The sentence before it in the same block. */
  previous: Sentence | undefined;
  /** The first sentence of its block. */
  first: boolean;
}

const abbreviations =
  /(?:\b(?:e\.g|i\.e|etc|vs|approx|ca|cf|no|mr|mrs|ms|dr|st|inc|ltd|corp|est|resp|fig|a\.m|p\.m|u\.s)|\b[A-Za-z])\.$/iu;
const boundary = /[.!?…]+["')\]\uE000]*\s+(?=[^\sa-z])|\s{2,}(?=[-*•] )|[.!?]\s+(?=[a-z]{2,}\b)|\n+/gu;
/** Longer stretches without a full stop are no sentences; cutting them keeps the time of every rule bounded. */
const longest = 1500;

/** Splits a block into sentences. A wrong split costs little: rules need a clause or two of context. */
export function sentencesOf(block: Prose, context: CoachContext): Sentence[] {
  const { text } = block;
  const sentences: Sentence[] = [];
  let start = 0;
  const push = (end: number): void => {
    const part = text.slice(start, end);
    if (/[A-Za-z]/u.test(part)) {
      const previous = sentences.at(-1);
      sentences.push({
        text: part,
        lower: part.replaceAll(/[A-Z]+/gu, (upper) => upper.toLowerCase()),
        start,
        block,
        context,
        previous,
        first: previous === undefined,
      });
    }
    start = end;
  };
  const pushUpTo = (end: number): void => {
    for (let rest = end - start; rest > longest; rest = end - start) {
      const space = text.lastIndexOf(" ", start + longest);
      push(space > start ? space : start + longest);
    }
    push(end);
  };
  for (const found of text.matchAll(boundary)) {
    const end = found.index + found[0].length;
    const upto = text.slice(Math.max(start, found.index - 12), found.index + 1);
    if (text[found.index] === "." && abbreviations.test(upto)) continue;
    pushUpTo(end);
  }
  pushUpTo(text.length);
  return sentences;
}
