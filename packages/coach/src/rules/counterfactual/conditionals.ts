import { matchesOf } from "../../language/matches.ts";
import { isParticiple } from "../../language/participles.ts";
import type { Sentence } from "../../language/sentences.ts";
import type { Finding } from "../finding.ts";

const wish =
  /\b(?:if only (?:we|i|they|he|she|it|the|there|someone|somebody|this|that|our|you)|(?:we|i|they) (?:really )?wish(?:ed)? (?:that )?(?:we|i|they|it|there|the [\w-]+) (?:had|could|would|were))\b/gu;
const inverted =
  /(?:^\W*|[,;:\u2013\u2014(-]\s*|\b(?:and|but|that|because|even) )(had (?:(?:(?!(?:not|to|been)\b)[\w\uE000'-]+ ){1,6}?not ([a-z]+)|(?:we|i|he|she|they|it|this|that|these|those|there|someone|anyone|you)(?: not| never|n't)?(?: [a-z]+ly| also| already| just)? ([a-z]+)|(?:the|our|a|an|this|that|any|these|those|his|her|their|[\w-]+'s?) (?:[\w\uE000'-]+ ){1,6}?(?:not |never |[a-z]+ly )?([a-z]+)))\b/gu;
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
    ...inversions(sentence, message),
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

function inversions({ lower }: Sentence, message: string): Finding[] {
  const found: Finding[] = [];
  for (const match of matchesOf(inverted, lower)) {
    const words = match[1] ?? "";
    const end = match.index + match[0].length;
    const rest = lower.slice(end);
    if (!isParticiple(match[2] ?? match[3] ?? match[4] ?? "")) continue;
    if (!result.test(rest) && !result.test(lower.slice(0, match.index))) continue;
    found.push({ start: end - words.length, end, message });
  }
  return found;
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
