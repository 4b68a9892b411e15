import { matchesOf } from "../../language/matches.ts";
import { isParticiple } from "../../language/participles.ts";
import type { Sentence } from "../../language/sentences.ts";

const had = /(?:^\W*|[,;:\u2013\u2014(-]\s*|\b(and|but|that|because|even) )(?=had [\w\uE000])/gu;
const clause = /^had ([\w\uE000'-]+(?: [\w\uE000'-]+){1,8})/u;
const pronoun =
  /^(?:we|i|he|she|they|it|this|that|these|those|there|someone|somebody|anyone|nobody|everyone|nothing|you)$/u;
const determiner = /^(?:the|our|a|an|any|his|her|their|my|this|that|these|those|one|[\w\uE000-]+'s?)$/u;
const negation = /^(?:not|never|n't)$/u;
const adverb = /^(?:not|never|n't|only|also|already|just|even|[a-z]+ly)$/u;
/** With one of these "had" has its object, and the sentence no condition: "Had a rope that was not tied." */
const otherVerb = /^(?:to|but|is|are|was|were|do|does|did|has|had|have|could|can|would|will)$/u;
const result = /\b(?:would|could|might)(?:n't)?\b|'d\b/u;

/** "Had we known, …", "had the new staging queue been drained, we would …" as [start, end) up to the participle. */
export function inversions({ lower, text }: Sentence): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  if (!lower.includes("had ")) return found;
  for (const match of matchesOf(had, lower)) {
    const start = match.index + match[0].length;
    const words = clause.exec(lower.slice(start))?.[1]?.split(" ") ?? [];
    const isName = /^[A-Z]/u.test(text.slice(start + "had ".length));
    const last = participleOf(words, isName, match[1] !== undefined);
    if (last < 0) continue;
    const end = start + "had ".length + words.slice(0, last + 1).join(" ").length;
    if (result.test(lower.slice(end)) || result.test(lower.slice(0, match.index))) found.push([start, end]);
  }
  return found;
}

/** The index of the participle, or -1. Behind "and", "had the disk replaced" means that somebody replaced it. */
function participleOf(words: readonly string[], isName: boolean, isJoined: boolean): number {
  const [first = ""] = words;
  if (pronoun.test(first)) {
    const at = words.findIndex((word, index) => index > 0 && !adverb.test(word));
    if (at > 0 && isParticiple(words[at] ?? "")) return at;
    if (!/^(?:this|that|these|those)$/u.test(first)) return -1;
  }
  const other = words.findIndex((word) => otherVerb.test(word));
  const clauseWords = other < 0 ? words : words.slice(0, other);
  const not = clauseWords.findIndex((word) => negation.test(word));
  if (!determiner.test(first) && !isName && not <= 0) return -1;
  const been = clauseWords.indexOf("been");
  if (been > 0) return been;
  if (isJoined && not < 0) return -1;
  const from = Math.max(not, isName || not >= 0 ? 0 : 1);
  return clauseWords.findIndex((word, index) => index > from && isParticiple(word));
}
