import type { Claim } from "./claims.ts";
import { allOfIt, entirely, event, notClaimed, notNamed, theWhole } from "./vocabulary.ts";

const global = (words: string): RegExp => new RegExp(words, "gu");
const blamed = "(?:to blame|responsible|at fault|the (?:cause|culprit|reason))";
const people = /\b(?:we|i|he|she|they|you|team)\b[^.;]{0,20}$/u;
/** "Brought the shop down", "took us offline". */
const felled = String.raw`(?:brought|took|knocked) [^.;,?]{0,40}?\b(?:down|out|offline|over)\b`;
const endOfClause = String.raw`(?=\s*(?:[.,;:!)]|$|and\b|with\b))`;

/** Claims that leave no room beside the cause they name, whatever the verb. */
export const exclusiveClaims: readonly Claim[] = [
  {
    words: global(
      String.raw`\b(?:boil(?:s|ed)|c[ao]mes?) down to (?:one|a single|just one|the (?:fact|missing)|an?)\b`,
    ),
  },
  { words: global(String.raw`\ball (?:because of|due to|caused by) (?:one|a single|an?)\b`) },
  // "The whole thing happened because of one flag"
  {
    words: global(String.raw`\b${theWhole}\b [^.,;?]{1,50}\bbecause of (?:just |only )?(?:one|a single)\b`),
    notBefore: notClaimed,
  },
  // "The whole mess traces back to …", "everything can be put down to …"
  {
    words: global(
      String.raw`\b${theWhole}\b [^.,;?]{0,40}?(?:trac(?:es|ed) (?:straight )?(?:back )?to|put down to|chalked up to|attribut(?:ed|able) to)\b`,
    ),
    notBefore: notClaimed,
  },
  {
    words: global(
      String.raw`\btrac(?:es?|ed|eable) (?:straight )?back to (?:just |only )?(?:one|a single)\b`,
    ),
    notBefore: notClaimed,
  },
  // "The one factor responsible for the outage"
  {
    words: global(
      String.raw`\bthe (?:one(?: single)?|only|single|sole) (?:thing|factor|fault|event|change|condition) (?:(?:that|which|to have) )?(?:caused|triggered|broke|led|${felled}|made (?:this|it|that|all (?:of )?this) happen|(?:responsible|to blame) for ${event})|\bone single thing that (?:caused|triggered|broke|led)\b`,
    ),
    notBefore: notClaimed,
  },
  // "What brought the site down was …"
  {
    words: global(
      String.raw`(?<!\b(?:of|about|into|on|to|for|and|with|from) )\bwhat (?:actually |really |ultimately |finally )?(?:(?:caused|explains)\b[^.,;?]{1,60}?(?:,[^.,;?]{1,30},)?|broke (?:it|us|them|everything|the|our|this|all)\b[^.;?]{0,50}?|${felled}[^.,;?]{0,30}?) (?:was|is) ${notNamed}`,
    ),
    notBefore: notClaimed,
  },
  // "What the cause was: …"
  { words: global(String.raw`\bwhat the (?:root )?cause was(?=: (?!(?:was|is|were|did)\b)[a-z])`) },
  // "… is what caused the outage"
  {
    words: global(
      String.raw`(?<!\b(?:here|question|puzzle|mystery) )\b(?:is|was|that's|it's) (?:exactly |precisely )?what (?:actually |really )?(?:caused (?:the|this|it|all|our|everything)\b(?! (?:second|third|other|next|alert|restart|delay))|${felled}|set (?:this|it|all (?:of )?this|everything|the (?:whole|entire) [a-z]+) off)\b`,
    ),
    not: /\?\s*$/u,
    notBefore: notClaimed,
  },
  // "It was the new index that caused the outage"
  {
    words: global(
      String.raw`\bit (?:was|is) ${notNamed}(?:just |only )?(?:the|an?|this|that|our|one|\uE000) ?[^.,;?]{1,50}? (?:that|which) (?:(?:had )?caused ${event}|(?:had )?${felled})`,
    ),
    notBefore: notClaimed,
  },
  // "One dead file caused the lot"
  {
    words: global(String.raw`\bcaused ${allOfIt}${endOfClause}`),
    notBefore: notClaimed,
  },
  // "That explains every single bad fee"
  {
    words: global(
      String.raw`\b(?:explains|explained|accounts for|accounted for|is behind|was behind) (?:it all|all (?:of )?this|every (?:single |last )(?:[a-z]+ )?[a-z]+|the (?:whole|entire) (?=${event})[a-z]+)${endOfClause}`,
    ),
    notBefore:
      /\b(?:report|documents?|post|log|page|guide|runbook|article|readme|section|chapter|video|he|she|they|we|who|not|n't|no|none|nothing)(?: [a-z]+){0,2} $/u,
  },
  // "Nothing but the flag is to blame", "we blame nothing but the flag"
  {
    words: global(
      String.raw`\bnothing (?:but|other than|except) [^.,;?]{1,60}? (?:is|was) ${blamed}|\b(?:blamed?|caused by|due to|because of|(?:cause|reason|culprit|explanation)(?: [^.,;?]{1,50})? (?:was|is)) (?:nothing (?:but|other than|more than)|none other than)\b`,
    ),
  },
  // "The rule alone was to blame"
  {
    words: global(
      String.raw`\balone (?:is|was|were|are) ${blamed}|\b(?:alone|single-?handedly) (?:caused|${felled}|explains)\b`,
    ),
    notBefore: /\b(?:no|none|neither|nor|not|never|nothing|if|whether|could|might)\b[^.;]*$/u,
  },
  {
    words: global(String.raw`\b(?:${entirely}|alone|fully) (?:responsible|to blame) for ${event}`),
    notBefore: people,
  },
  // "At fault was the cache"
  {
    words: global(
      String.raw`^\W*(?:[^.,;:?]{0,40}, )?(?:responsible for [^.,;?]{1,50}?|(?:solely |alone )?(?:at fault|to blame))(?: here| for [^.,;?]{1,40}?)? (?:was|is)(?= ${notNamed}(?:the|an?|this|that|our|one)\b)`,
    ),
    not: /\?\s*$/u,
  },
];

/** Something in the sentence speaks of a cause … */
const causal = /\b(?:cause[sd]?|culprit|reason|explanation|explains?|blame|fault|responsible)\b/u;
const otherCause =
  /\b(?:no|not|n't|unknown|unclear|what|which|whether|if)\b(?: [\w'-]+){0,3} (?:cause[sd]?|culprit|reason|explanation|blame|fault|responsible)\b|\breason (?:why |that )?(?:we|i|they|you)\b/u;
/** … and its end shuts the door on every other. */
const closing =
  /(?<=[,\u2013\u2014;:-] ?|\band )(?:full stop|period|end of story|(?:and )?nothing (?:else|more)|(?:and )?(?:not|no|nothing|none) (?:other|anything (?:else|other))(?: [a-z]+)?|and (?:that|this|it) alone|and only (?!then|if|when|after|in|for|to\b)(?:[a-z]+ ){0,1}[a-z]+|(?:and )?that(?:'s| is) (?:all|it|that|the (?:lot|whole story))|(?:and )?(?:we(?:'ve| have| had)? )?(?:found no other|ruled out everything else))(?=\s*(?:[.!;]|$))/gu;

/** "The reason was the expired key, full stop": the sentence itself says that there is nothing to add. */
export const closedClaim: Claim = { words: closing };

export function isAboutCause(lower: string): boolean {
  return causal.test(lower) && !otherCause.test(lower);
}
