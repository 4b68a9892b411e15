import { matchesOf } from "../../language/matches.ts";
import type { Sentence } from "../../language/sentences.ts";
import type { Finding } from "../finding.ts";
import { message } from "./message.ts";

const role =
  "human|operator|operators'|pilot|engineer|developer|admin|administrator|employee|technician|staff|contractor|driver|manual|personnel|programmer|people|author|reviewer|maintainer|contractor|tester|installer|manager";
const fault = "errors?|mistakes?|oversights?|negligence|failings?|fallibility|slip-?ups?";
const compound = new RegExp(
  `(?<![\\w-])(?:[a-z]+-)?(?:(?:${role})[ -](?:${fault})|user error|(?:user|human|operator|engineer|developer) (?:misunderstanding|misjudge?ment|misinterpretation|confusion)|pebkac|pebcak|fat[- ]finger(?:ed|ing|s)?|finger trouble|human[- ](?:caused|induced))(?!-?\\w)`,
  "gu",
);
const software =
  /^ (?:pages?|messages?|rates?|logs?|reports?|codes?|counts?|responses?|handling|handlers?|budgets?|reporting|tracking|screens?|tracker|events?|metrics?|state)\b/u;
const assumed =
  /^ (?:was|is|were) (?:assumed|suspected|ruled out|not)\b|^(?: involved| present| a factor)?\s*\?/u;
const negated =
  /\b(?:not|n't|no|never|nor|neither|without|than|instead of|blam\w+|avoid\w*|prevent\w*|eliminat\w*|reduc\w*|isn't|wasn't|assum\w+|suspect\w*|thought|think\w*|ruled out|label(?:l?ed|l?ing)? (?:it |this )?(?:as )?)(?: \w+){0,3} $/u;

/** The prompt of a form: "Was it caused by human error, …?" */
const asked = /^\W*(?:was|were|is|are|did|could|can|has|have)\b[^.]*\?\s*$/u;

/** "Human error" and its kin. Errors that users see are not among them. */
export function compoundErrors({ lower }: Sentence): Finding[] {
  if (asked.test(lower)) return [];
  return [...matchesOf(compound, lower)]
    .filter((match) => {
      const end = match.index + match[0].length;
      return (
        !software.test(lower.slice(end)) &&
        !assumed.test(lower.slice(end)) &&
        !negated.test(lower.slice(0, match.index))
      );
    })
    .map((match) => ({ start: match.index, end: match.index + match[0].length, message }));
}
