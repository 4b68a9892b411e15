import { matchesOf } from "../../language/matches.ts";
import type { Party } from "../../language/people.ts";
import type { Sentence } from "../../language/sentences.ts";
import { subjectBefore } from "../../language/subject.ts";
import type { Finding } from "../finding.ts";
import { agentAt } from "./agents.ts";
import { verbOfClause } from "./clause-verb.ts";
import { type HumanDeed, humanDeeds } from "./deed-classes.ts";
import { manners, wrongPlace } from "./manners.ts";
import { message } from "./message.ts";
import { isEntryOfSomebody } from "./names.ts";

/** Told as possible, wanted or asked for, not as done. */
const notDone =
  /\b(?:if|unless|whether|in case|lest|who can|nobody|no one|none of us|(?:to|might|may|could|would|should|must|will|can|don't|not|never)(?: have| be| ever)?)(?: (?:\w+ly|ever|also))? $|\b(?:if|unless|in case|nobody|no one) (?:[\w'’-]+ ){0,4}$|^\W*(?:do not|don't|never|avoid)\b|\b(?:an?|the|this|any|some|these|those|for|of|with|from|about|as) $|^\W*why (?:we|i) $/u;
const passive = /\b(?:was|were|is|are|been|be|being|got|gets|get)(?: \w+ly| then| also| just| simply)? $/u;
const byAgent = /^(?: [\w-]+){0,3}? by (?<agent>[^.;,:()]{1,60})/u;
/** "Never" and what was not done. What people could not do, or do not choose, is no omission. */
const never =
  /\bnever (?:once |even |really |actually |properly )?(?!(?:have|had|been|got|received|saw|seen|knew|known|heard|expected|needed|wanted|met|reached|arrived|became|thought|happened|experienced|encountered|noticed|learn\w*|worked|stopped|meant|intended|touched|left|lost|lived|stood|used|felt|is|was|were|did|reali[sz]ed|did|again|mind|ending|before|agreed|found)\b)(?:[a-z]{3,}ed|took|gave|told|wrote|went|ran|put|read|sent|spoke|made|brought|came back|built|began|kept|held|chose|let|raised)\b(?: (?:back|up|it|on))?|\bnever did(?=[.,;!]|$)/gu;
const ourselves =
  /\b(?:we|i|us|the team|our team|nobody|no one|none|users?|customers?|clients?|members)\b[^.;,]{0,60}$/u;
/** One pass for each kind of subject: a document is hundreds of sentences. */
const deedsByWho = (["anyone", "likely", "person"] as const).map((who): HumanDeed => {
  const ofWho = humanDeeds.filter((deed) => deed.who === who).map(({ words }) => words.source);
  return { who, words: new RegExp(ofWho.join("|"), "gu") };
});
const instead = /instead of|rather than/u;

/** What only people do, and how people are said to have done it. */
export function conductOf(sentence: Sentence): Finding[] {
  const { lower } = sentence;
  const found: Finding[] = [];
  const add = (match: RegExpExecArray): void => {
    found.push({ start: match.index, end: match.index + match[0].length, message });
  };
  for (const deed of deedsByWho)
    for (const match of matchesOf(deed.words, lower)) if (isFault(deed, sentence, match)) add(match);
  for (const match of lower.includes("never") ? matchesOf(never, lower) : []) {
    if (ourselves.test(lower.slice(0, match.index))) continue;
    if (isSomebody(subjectBefore(sentence, match.index))) add(match);
  }
  for (const match of matchesOf(manners, lower)) if (hasDoer(sentence, match.index)) add(match);
  for (const match of instead.test(lower) ? matchesOf(wrongPlace, lower) : []) {
    if (notDone.test(lower.slice(0, match.index)) || passive.test(lower.slice(0, match.index))) continue;
    const party = subjectBefore(sentence, match.index);
    if (isSomebody(party) && !/\b(?:we|i)\b[^.;,]{0,30}$/u.test(lower.slice(0, match.index))) add(match);
  }
  return found;
}

function isFault(deed: HumanDeed, sentence: Sentence, match: RegExpExecArray): boolean {
  const { lower, text } = sentence;
  const before = lower.slice(0, match.index);
  if (notDone.test(before)) return false;
  if (passive.test(before)) {
    const by = byAgent.exec(lower.slice(match.index + match[0].length));
    const agent = by?.groups?.["agent"] ?? "";
    if (by === null) return false;
    return agentAt(text, match.index + match[0].length + by[0].length - agent.length, agent.length) > 0;
  }
  const party = subjectBefore(sentence, match.index);
  if (party === "person") return true;
  if (deed.who === "person" || party === "affected" || party === "thing") return false;
  return party === "likely" || (deed.who === "anyone" && isActive(before, match[0]));
}

function hasDoer(sentence: Sentence, index: number): boolean {
  const { lower, text } = sentence;
  if (/\b(?:if|when|unless|whenever) (?:you|a user|someone|somebody)\b/u.test(lower.slice(0, index)))
    return false;
  if (isEntryOfSomebody(text)) return true;
  const verb = verbOfClause(lower, index);
  if (verb === undefined || notDone.test(lower.slice(0, verb))) return false;
  const by = passive.test(lower.slice(0, verb)) ? /^.* by /u.exec(text.slice(verb, index)) : null;
  if (by !== null) return agentAt(text, verb + by[0].length, index - verb - by[0].length) > 0;
  return isSomebody(subjectBefore(sentence, verb));
}

function isSomebody(party: Party): boolean {
  return party === "person" || party === "likely";
}

/** Something stands before the deed that can be its subject, and no form of "be" that may make it passive. */
function isActive(before: string, deed: string): boolean {
  if (!/[\w\uE000)]/u.test(before)) return false;
  return !/^[a-z-]+ed\b/u.test(deed) || !/\b(?:was|were|is|are|been)\b[^.,;:]*$/u.test(before);
}
