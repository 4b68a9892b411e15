import { matchesOf } from "../../language/matches.ts";
import { isParticiple } from "../../language/participles.ts";
import type { Sentence } from "../../language/sentences.ts";

const clause = String.raw`(?:(?!\b(?:if|would|could|had)\b)[^.,;?]){1,60}?`;

/** An unreal past without its consequence: "what if she had …", "imagine it had …". */
const supposed = new RegExp(
  String.raw`(?:\bwhat if|(?:^\W*|[,;:\u2013\u2014(] ?|\b(?:and|but|now|just|only|to) )(?:imagine|picture|suppose|supposing)(?: that| if)?) ${clause} (?:had|hadn't)(?: not| never| also| already| just| even| [a-z]+ly)* (?<participle>[a-z]+)`,
  "gu",
);
/** "Were it not for the pager, …" */
const butFor =
  /\b(?:(?:were|was|had) it not(?: been)?|if it (?:were|was|had)(?:n't| not)(?: been)?|if not) for\b(?! (?:now|today|tomorrow|this|that)\b)(?= [^.;?]*(?:\b(?:would|could|might)(?:n't)?\b|'d\b))|\b(?:would|could|might)(?:n't| not)? [^.;?]{1,80}\b(?:(?:were|was) it not|if it (?:were|was)(?:n't| not)|if not) for\b|^\W*but for (?=(?!next|now|future|that reason)(?:[\w\uE000'-]+ ){1,8}?(?:[\w\uE000'-]+, )[^.;?]{1,40}\b(?:would|could|might)(?:n't| not| never| still| now) )/gu;
/** "If the unit would be written there, she had seen it": would and had have changed places. */
const swapped = new RegExp(
  String.raw`\bif ${clause} would (?:be|have(?: been)?) [a-z]+[^.;,?]{0,60}, [^.;,?]{1,40}? had (?:not |never )?(?<participle>[a-z]+)`,
  "gu",
);

/** Conditions contrary to fact that need no "would have", as [start, end). */
export function bareConditions({ lower }: Sentence): (readonly [number, number])[] {
  return [supposed, butFor, swapped]
    .flatMap((words) => [...matchesOf(words, lower)])
    .filter(({ groups }) => groups?.["participle"] === undefined || isParticiple(groups["participle"]))
    .map((match) => {
      const start = match.index + match[0].search(/[a-z]/u);
      return [start, match.index + match[0].trimEnd().length] as const;
    });
}
