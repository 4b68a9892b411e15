import { matchesOf } from "../language/matches.ts";
import type { Sentence } from "../language/sentences.ts";
import type { Finding } from "./finding.ts";
import { type Claim, nounClaims } from "./single-root-cause/claims.ts";
import { closedClaim, exclusiveClaims, isAboutCause } from "./single-root-cause/exclusive.ts";
import { asksAndAnswers, filledField, filledRow } from "./single-root-cause/fields.ts";
import { isClaimOfRootCause, rootCause } from "./single-root-cause/root-cause.ts";

const message = "This names one cause for the whole event.";

/** "Root cause: the root cause was …": the label says nothing that the sentence does not. */
const labelOfClaim = /^root cause\W{1,8}the (?:root )?cause\b/u;
/** A stem of this is in every claim; nearly all sentences have none and are done. */
const stem =
  /caus|culprit|reason|origin|source|expla|accounts for|accounted for|blame|fault|responsib|\brca?\b|\b(?:root|bottom|heart) of|due|\bdown\b|trac|attrib|owe|ascribed|behind|\bthing\b|\bwhat\b|\bit (?:was|is)\b/u;
const claims: readonly Claim[] = [...nounClaims, ...exclusiveClaims];

/** A claim that there was one cause. Searching for causes, and naming several, is none. */
export function singleRootCause(sentence: Sentence): Finding[] {
  if (sentence.block.kind === "heading" || sentence.block.kind === "table-header") return [];
  const { lower } = sentence;
  const row = filledRow(sentence);
  if (row !== undefined) return [at(row[0], row[1] - row[0])];
  if (!stem.test(lower)) return [];
  const found: Finding[] = [];
  for (const match of matchesOf(rootCause, lower)) {
    if (labelOfClaim.test(lower.slice(match.index))) continue;
    if (isClaimOfRootCause(sentence, match.index, match.index + match[0].length))
      found.push(at(match.index, match[0].length));
  }
  const label = filledField(sentence);
  if (label !== undefined) found.push(at(label[0], label[1] - label[0]));
  else if (asksAndAnswers(sentence)) found.push(at(0, lower.indexOf("?")));
  for (const claim of claims) found.push(...claimed(claim, lower));
  if (isAboutCause(lower)) found.push(...claimed(closedClaim, lower));
  return found;
}

function claimed({ words, not, notBefore }: Claim, lower: string): Finding[] {
  return matchesOf(words, lower)
    .filter(({ index }) => !not?.test(lower.slice(index)) && !notBefore?.test(lower.slice(0, index)))
    .map((match) => at(match.index, match[0].trimEnd().length));
}

function at(start: number, length: number): Finding {
  return { start, end: start + length, message };
}
