import { matchesOf } from "../language/matches.ts";
import type { Sentence } from "../language/sentences.ts";
import type { Finding } from "./finding.ts";
import { claims, isClaimOfRootCause, rootCause } from "./single-root-cause/claims.ts";

const message = "This names one cause for the whole event.";

/** "Root cause: the root cause was …": the label says nothing that the sentence does not. */
const labelOfClaim = /^root cause\W{1,8}the (?:root )?cause\b/u;

/** A claim that there was one cause. Searching for causes, and naming several, is none. */
export function singleRootCause(sentence: Sentence): Finding[] {
  if (sentence.block.kind === "heading" || sentence.block.kind === "table-header") return [];
  const { lower } = sentence;
  const found: Finding[] = [];
  for (const match of matchesOf(rootCause, lower)) {
    if (labelOfClaim.test(lower.slice(match.index))) continue;
    if (isClaimOfRootCause(sentence, match.index, match.index + match[0].length)) found.push(at(match));
  }
  for (const claim of claims) {
    for (const match of matchesOf(claim.words, lower)) {
      if (!claim.not?.test(lower.slice(match.index)) && !claim.notBefore?.test(lower.slice(0, match.index)))
        found.push(at(match));
    }
  }
  return found;
}

function at(match: RegExpMatchArray): Finding {
  const start = match.index ?? 0;
  return { start, end: start + match[0].length, message };
}
