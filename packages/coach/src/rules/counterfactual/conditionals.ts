import { matchesOf } from "../../language/matches.ts";
import { isParticiple } from "../../language/participles.ts";
import type { Sentence } from "../../language/sentences.ts";
import type { Finding } from "../finding.ts";
import { bareConditions } from "./without-consequence.ts";
import { inversions } from "./inversions.ts";

const wish =
  /\b(?:if only (?:we|i|they|he|she|it|the|there|someone|somebody|this|that|our|you)|(?:we|i|they) (?:really )?wish(?:ed)? (?:that )?(?:we|i|they|it|there|someone|somebody|(?:the|that|this|our) (?:[\w\uE000-]+ ){0,2}[\w\uE000-]+) (?:had|could|would|were))\b/gu;
const unreal =
  /\bif (?:(?!\b(?:if|would|could)\b)[^,.;]){1,60}? (?:had|hadn't|'d)(?: not| never)?(?: [a-z]+ly| also| already| just| even)? ([a-z]+)\b/gu;
const result = /\b(?:would|could|might|wouldn't|couldn't)\b|'d\b/u;
/** "If the gate were closed, the water would have:" goes on in a list. */
const goesOn = /\b(?:would|could|might)(?:n't| not)? have(?=\s*:\s*$)/gu;
const indirect =
  /\b(?:check|checked|checking|see|ask|asked|asking|wonder|wondered|know|knew|determine|determined|confirm|confirmed|verify|verified|sure|clear|unclear|tell|find out|as|decide|whether|evaluate|validate|test|investigate) $/u;

/** Conditions that are contrary to what happened: "if only", "had we known", "if X had run, … would". */
export function conditionals(sentence: Sentence, message: string): Finding[] {
  const listed = [...matchesOf(goesOn, sentence.lower)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
    message,
  }));
  return [
    ...wishes(sentence, message),
    ...inversions(sentence).map(([start, end]) => ({ start, end, message })),
    ...bareConditions(sentence).map(([start, end]) => ({ start, end, message })),
    ...unrealIfs(sentence, message),
    ...listed,
  ];
}

function wishes({ lower }: Sentence, message: string): Finding[] {
  return [...matchesOf(wish, lower)]
    .filter(
      (match) =>
        !match[0].startsWith("if only") ||
        /\b(?:had|hadn't|were|was|could|would|'d)\b/u.test(lower.slice(match.index)),
    )
    .map((match) => ({ start: match.index, end: match.index + match[0].length, message }));
}

function unrealIfs({ lower }: Sentence, message: string): Finding[] {
  const found: Finding[] = [];
  for (const match of matchesOf(unreal, lower)) {
    const end = match.index + match[0].length;
    if (!isParticiple(match[1] ?? "") || indirect.test(lower.slice(0, match.index))) continue;
    if (!result.test(lower.slice(end)) && !result.test(lower.slice(0, match.index))) continue;
    found.push({ start: match.index, end, message });
  }
  return found;
}
