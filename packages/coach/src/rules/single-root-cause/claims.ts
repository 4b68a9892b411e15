import type { Sentence } from "../../language/sentences.ts";

/** "Root cause" in the singular, with the words that make it definite. */
export const rootCause =
  /(?<![\w-])(?:(?:the|this|that|its?|one|a|an|our|single|primary|main|same|actual|real|true|ultimate|underlying|sole|likely|probable|initial|original|final|fundamental|technical) ){0,3}root[- ]?cause(?:d)?(?![\w-])/gu;

const compound =
  /^(?:'s)?[ -](?:analys[ie]s|analyses|anal[a-z]+|investigations?|reports?|sections?|review|identification|document|discovery|research|rca|diagnosis|template|findings?|determination|summary|hypothes[ie]s|category|categories|field|and resolution|exploration)\b/u;
const unknown =
  /^[^.;]{0,60}?\b(?:(?:is|was|are|has been|remains?|still|yet) (?:still |currently |yet |as yet |not |also |being |un\w+ )*(?:not|n't|unknown|unclear|undetermined|unidentified|uncertain|under|being|to be|tbd|pending|yet|elusive|open|investigated|n\/a|unconfirmed|hard|difficult)|isn't|wasn't|hasn't|remains?|unknown|unclear|tbd|tba|n\/a|pending|to be (?:determined|confirmed)|under investigation|not (?:yet )?(?:known|identified|determined|found|clear))\b/u;
const unknownLabel =
  /^\W*(?:unknown|unclear|tbd|tba|tbc|n\/a|none|\?+|pending|to be (?:determined|confirmed)|investigating|under investigation|not (?:yet )?known|see\b|\[)/u;
const searched =
  /\b(?:investigat\w+|find|finding|identify|identifying|determine|determining|look(?:ing|ed|s)? (?:for|into|at)|search\w*|understand|understanding|establish|establishing|diagnos(?:e|ing)|discover|discovering|isolate|isolating|pinpoint|pinpointing|track(?:ing)?(?: down)?|trace|tracing|until|what|whether|if|analy[sz]\w+|examin\w+|debug\w*|uncover|uncovering|hunt\w*|seek\w*|explor\w+|question|unknown|unclear|unsure|know|knowing|research\w*|narrow\w*|get(?:ting)? to|work(?:ing)? (?:on|out)|figure|figuring|theor\w+|hypothes\w+|suspect\w*|possible|potential|candidate|plausible|discuss\w*|describ\w+|rul(?:e|ed|ing) out|exclud\w+|confirm|confirming|more|cannot|can't|could not|couldn't|unable to|without|not|n't|wasn't|isn't|no|never|any|each|every|per|different|various|another|other|about|explain|explaining|share|provide|learn|learning|clarif\w+|verify|verifying|reveal|determination of|focus\w*|toward)(?: (?:down|out|the|its?|this|that|our|a|an|single|exact|precise|underlying|actual|real|true|full|definitive|clear|likely|possible|potential|specific|initial|obvious|immediate|was|is|be|were|of|for|on|to|not|know|identify|determine|find|common)){0,5} $/u;

/** Whether "root cause" at [start, end) claims that there was one, and that it is known. */
export function isClaimOfRootCause(sentence: Sentence, start: number, end: number): boolean {
  const { lower } = sentence;
  const after = lower.slice(end);
  const words = lower.slice(start, end);
  if (words.endsWith("caused"))
    return (
      /\b(?:to|by|as)\b/u.test(after.slice(0, 20)) ||
      /\b(?:was|were|been)\b[^.;]{0,20}$/u.test(lower.slice(0, start))
    );
  if (compound.test(after)) return false;
  const before = lower.slice(0, start);
  const label = /^\W*(?:the )?$/u.test(before) && /^(?: ?\([^)]*\))?\s*[:\u2013\u2014-]/u.test(after);
  if (label)
    return (
      /[a-z]{3}/u.test(after) &&
      !unknownLabel.test(after.replace(/^(?: ?\([^)]*\))?\s*[:\u2013\u2014-]/u, ""))
    );
  if (unknown.test(after) && !/^[^.;]{0,30}\b(?:was|is) (?:that|the|a|an)\b/u.test(after)) return false;
  if (/\?\s*$/u.test(lower)) return false;
  const opening = /^(?:a|an|one|any|no|possible) /u.test(words) && !/^one (?:single )?root/u.test(words);
  if (opening) return false;
  const named =
    /^(?:[^.;,]{0,60}?) (?:was|is|were|turned out|appears? to be|lay|lies|stems?)\b/u.test(after) ||
    /^\s*(?::|\u2014|\u2013|=)/u.test(after);
  if (searched.test(before))
    return (
      named &&
      !/\b(?:what|if|whether|not|n't|until|investigating)(?: \w+){0,2} $/u.test(before) &&
      /\bthat\b/u.test(before.slice(-20))
    );
  return true;
}

/** Other ways to claim one cause. */
export const claims: readonly { words: RegExp; not?: RegExp; notBefore?: RegExp }[] = [
  {
    words:
      /\b(?:the|a|one|its?|our) (?:sole|only|single|real|true|ultimate|singular|one) (?:cause|reason|culprit)\b(?! of (?:truth|failure))/gu,
    not: /^[^.]{0,50}\b(?:unknown|unclear|not (?:yet )?(?:known|clear)|why we)\b/u,
    notBefore:
      /\b(?:find|identify|determine|understand|not|n't|no|never|investigat\w+|search\w*|whether|if|than) $/u,
  },
  {
    words:
      /\bthe (?:underlying |direct |exact |precise |technical |actual |definitive )?cause (?:of (?:[\w\uE000'-]+ ){1,9}?)?(?:was|is|turned out to be|has been (?:identified|determined|traced|found))\b/gu,
    not: /^.{0,90}?\b(?:was|is|been) (?:still |currently |yet |as yet )*(?:not|n't|unknown|unclear|under|being|to be|pending|undetermined|hard|investigated)\b/u,
    notBefore:
      /\b(?:what|whether|if|unsure|investigat\w+|not know|know|understand|determine|identify|find) $/u,
  },
  {
    words:
      /\b(?:as|was|were|is|be|been|became|pinpointed|isolated) the (?:underlying |direct |actual |single |sole )?cause\b(?! (?:for|to) concern)/gu,
    notBefore:
      /\b(?:not|n't|whether|if|possib\w+|might|may|could|what|suspect\w*|rul\w+ out|exclud\w+)(?: \w+){0,4} $/u,
  },
  {
    words:
      /\b(?:solely|entirely|purely|exclusively|wholly) (?:caused by|due to|because(?: of)?|the result of|attributable to|down to|a result of)\b/gu,
    notBefore: /\b(?:not|n't) $/u,
  },
  {
    words: /\bcaused (?:solely|entirely|only|purely|exclusively|simply) by\b/gu,
    notBefore: /\b(?:not|n't) $/u,
  },
  { words: /\b(?:boil(?:s|ed)|c[ao]mes?) down to (?:one|a single|just one|the fact|an?)\b/gu },
  { words: /\ball (?:because of|due to|caused by) (?:one|a single|a|an)\b/gu },
  { words: /\b(?:the one thing|one single thing|the only thing) that (?:caused|triggered|broke|led)\b/gu },
  {
    words: /\broot of (?:the|this|our) (?:problem|issue|outage|incident)\b/gu,
    notBefore:
      /\b(?:find|get to|getting to|identify|understand|at|to) the $|\b(?:find|get to|getting to|identify|understand)\b[^.]{0,12}$/u,
  },
  {
    words: /\b(?:the )?(?:main |real |actual |ultimate )?culprit (?:was|is|turned out|being|here)\b/gu,
    not: /^.{0,40}\b(?:not|n't|unknown|unclear)\b/u,
    notBefore: /\b(?:what|whether|if|suspect\w*|possible|likely) (?:the )?$/u,
  },
];
