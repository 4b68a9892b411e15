import { matchesOf } from "../language/matches.ts";
import type { Sentence } from "../language/sentences.ts";
import { subjectBefore } from "../language/subject.ts";
import type { Finding } from "./finding.ts";
import { always, type Guarded, guarded, withPerson } from "./hindsight/vocabulary.ts";

const message = "This judges from what was known afterwards.";

/** Words that judge a decision, or the people who took it, by its outcome. */
export function hindsightJudgement(sentence: Sentence): Finding[] {
  if (sentence.block.kind === "table-header") return [];
  const { lower } = sentence;
  const found: Finding[] = [];
  for (const match of matchesOf(always, lower)) found.push(at(match));
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
