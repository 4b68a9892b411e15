import { matchesOf } from "../language/matches.ts";
import type { Sentence } from "../language/sentences.ts";
import { subjectBefore } from "../language/subject.ts";
import type { Finding } from "./finding.ts";
import { folly } from "./hindsight/folly.ts";
import { turns } from "./hindsight/turns-of-phrase.ts";
import { always, type Guarded, guarded, withPerson } from "./hindsight/vocabulary.ts";

const judging = [...folly, ...turns];
const message = "This judges from what was known afterwards.";

/** "This is no embarrassment", "not an act of arrogance", "to avoid wishful thinking". */
const denied =
  /\b(?:no|not|n't|never|nor|neither|without|avoid\w*|against|rather than|instead of|isn't|wasn't|aren't|weren't|seem(?:s|ed)?|feel\w*|felt)(?: (?:an?|of|out|any|act|be|being|to|too|so|look|seem))* $/u;

/** Words that judge a decision, or the people who took it, by its outcome. */
export function hindsightJudgement(sentence: Sentence): Finding[] {
  if (sentence.block.kind === "table-header") return [];
  const { lower } = sentence;
  const found: Finding[] = [];
  for (const match of matchesOf(always, lower)) found.push(at(match));
  for (const pattern of judging)
    for (const match of matchesOf(pattern, lower))
      if (!denied.test(lower.slice(0, match.index))) found.push(at(match));
  for (const entry of guarded)
    for (const match of matchesOf(entry.words, lower)) if (passes(entry, lower, match)) found.push(at(match));
  for (const pattern of withPerson) {
    for (const match of matchesOf(pattern, lower)) {
      if (subjectBefore(sentence, match.index) === "person") found.push(at(match));
    }
  }
  return found;
}

function at(match: RegExpMatchArray): Finding {
  const start = match.index ?? 0;
  return { start, end: start + match[0].length, message };
}

function passes(entry: Guarded, lower: string, match: RegExpMatchArray): boolean {
  const start = match.index ?? 0;
  const before = lower.slice(0, start);
  const after = lower.slice(start + match[0].length);
  if (entry.notBefore?.test(before) || entry.notAfter?.test(after)) return false;
  return (entry.before?.test(before) ?? true) && (entry.after?.test(after) ?? true);
}
