import type { Sentence } from "../../language/sentences.ts";

/** "Root cause" in the singular, with the words that make it definite. */
export const rootCause =
  /(?<![\w-])(?:(?:the|this|its?|one|a|an|our|single|primary|main|same|actual|real|true|ultimate|underlying|sole|likely|probable|initial|original|final|fundamental|technical) ){0,3}root[- ]?cause(?:d)?(?![\w-])/gu;

const compound =
  /^(?:'s)?[ -](?:analys[ie]s|analyses|anal[a-z]+|investigations?|reports?|sections?|review|identification|document|discovery|research|rca|diagnosis|template|findings?|determination|summary|hypothes[ie]s|category|categories|field|fix(?:es)?|and resolution|exploration)\b/u;
const unknown =
  /^(?: (?:of|for|behind|to|in) [^.;,]{1,80}?)?,? (?:(?:is|was|are|were|has|had|remain(?:s|ed)?|stay(?:s|ed)?|being|can|could|will)(?:n't| not)? )?(?:still |currently |as |yet |not |never |also |being |been |be |at this time |initially |un\w+ )*(?:unknown|unclear|undetermined|unidentified|uncertain|elusive|mystery|pending|tbd|unconfirmed|hard to|difficult to|(?:not|n't|never)(?: yet| immediately| initially| fully| really| definitively| currently)? (?:been )?(?:known|identified|determined|found|clear|understood|obvious|apparent|established|confirmed|available|evident|certain|addressed|resolved|fixed)|to be (?:determined|confirmed|investigated|found|identified)|under (?:active )?investigation|(?:being )?(?:actively |further )?investigated)\b|^(?: (?:of|for) [^.;,]{1,60}?)? (?:isn't|wasn't|hasn't been|is not|was not|has not been)(?: yet)? (?:known|identified|determined|found|clear|understood|fully|immediately)\b/u;
const unknownLabel =
  /^\W*(?:unknown|unclear|tbd|tba|tbc|n\/a|none|\?+|pending|to be (?:determined|confirmed)|investigating|under investigation|not (?:yet )?known|see\b|\[)/u;
const searched =
  /\b(?:investigat\w+|find|finding|identify|identifying|determine|determining|look(?:ing|ed|s)? (?:further |deeper |more closely |again )?(?:for|into|at)|search\w*|understand|understanding|establish|establishing|diagnos(?:e|ing)|discover|discovering|isolate|isolating|pinpoint|pinpointing|track(?:ing)?(?: down)?|trace|tracing|until|what|whether|if|analy[sz]\w+|examin\w+|debug\w*|uncover|uncovering|hunt\w*|seek\w*|explor\w+|question|unknown|unclear|unsure|know|knowing|research\w*|narrow\w*|get(?:ting)? to|work(?:ing)? (?:on|out)|figure|figuring|theor\w+|hypothes\w+|suspect\w*|possible|potential|candidate|plausible|discuss\w*|describ\w+|rul(?:e|ed|ing) out|exclud\w+|confirm|confirming|more|cannot|can't|could not|couldn't|unable to|without|not|n't|wasn't|isn't|no|never|any|each|every|per|different|various|another|other|about|explain|explaining|share|provide|learn|learning|clarif\w+|verify|verifying|reveal|determination of|focus\w*|toward|visibility)(?: (?:down|out|the|its?|this|that|our|a|an|single|exact|precise|underlying|actual|real|true|full|definitive|clear|likely|possible|potential|specific|initial|obvious|immediate|was|is|be|were|of|for|on|to|not|know|identify|determine|find|common)){0,5} $/u;

/** Verbs of having found it. Without the cause itself they tell of a search that ended, not of one cause. */
const foundBefore =
  /\b(?:identif(?:ied|ies)|found|discovered|determined|located|isolated|pinpointed|confirmed|diagnosed|established|uncovered|understood|learned|revealed|knew|known|narrowed (?:down )?(?:to )?|reported|shared|published|narrowed)(?: (?:the|what|a|as|its|this|that|exact|actual|likely|probable|potential|on|in|down|be|to)){0,3} $/u;
const foundAfter =
  /^(?: of (?:[\w\uE000'-]+ ){1,9}?)?(?: (?:was|is|has been|had been|were|being|been))?(?: \w+ly| now| then| also| soon| since| finally| later)* (?:found|identified|discovered|determined|located|isolated|pinpointed|confirmed|established|diagnosed|known|understood|validated|fixed|resolved|addressed)\b(?! ?(?:as\b|to be\b|to have\b|[:\u2013\u2014(-]| that\b| in the\b| within\b))/u;
const several =
  /^[^.;]{0,80}?\b(?:was|is|were|are|be|involved|involves|included|includes|lay in|stemmed from|came from) (?:likely |probably |in fact |actually |really |mainly )?(?:an? |the )?(?:(?!that\b)\w+ )?(?:combination|series|mix|mixture|number|set|chain|confluence|interaction|interplay|cascade|two|three|several|multiple|multi\w*|many|a few|twofold|threefold|both)\b|\bremain(?:s|ed)? (?:unknown|unclear|undetermined|unidentified|a mystery|uncertain)\b/u;

/** Whether "root cause" at [start, end) claims that there was one, and that it is known. */
export function isClaimOfRootCause(sentence: Sentence, start: number, end: number): boolean {
  const { lower } = sentence;
  const after = lower.slice(end);
  const words = lower.slice(start, end);
  const before = lower.slice(0, start);
  if (words.endsWith("caused")) return /^ (?:to|by|as)\b/u.test(after);
  if (compound.test(after) || several.test(after)) return false;
  const label =
    /^\W*(?:the )?(?:(?:primary|main|likely|actual|technical) )?$/u.test(
      before + words.replace(/root[- ]?cause$/u, ""),
    ) && labelEnd.test(after);
  if (label) return isNamedByLabel(after.replace(labelEnd, ""));
  if (/\?\s*$/u.test(lower)) return asksAndAnswers(sentence);
  if (/^(?:a|an|one|any) /u.test(words) && !/^one (?:single )?root/u.test(words)) return false;
  if (
    /\b(?:secondary|second|another|other|additional|further) $/u.test(before) ||
    /\b(?:secondary|second|additional)\b/u.test(words)
  )
    return false;
  if (after.startsWith("(s)") || /\b(?:an?|another|some|any) (?:\w+ )?$/u.test(before)) return false;
  if (/^(?: of [^.;,]{1,60}?)? (?:could|might|may) (?:well )?(?:be|have been)\b/u.test(after)) return false;
  if (/\btime to $/u.test(before) || uncertain.test(before)) return false;
  if (foundAfter.test(after)) return /: [\w\uE000]{3}/u.test(after);
  if (unknown.test(after) && !/^[^.;]{0,30}\b(?:was|is) (?:that|the|a|an)\b/u.test(after)) return false;
  if (words.includes("same")) return true;
  const named = namedAfter.test(after);
  if (foundBefore.test(before)) return named || /\b(?:as|to be) (?:the |our |its )?(?:\w+ )?$/u.test(before);
  if (searched.test(before)) return named && /\bthat (?:the )?$/u.test(before);
  return named || /\bas $/u.test(before) || finite.test(lower);
}

/** "The root cause? A script that ran at noon." */
function asksAndAnswers({ lower, text, start, block }: Sentence): boolean {
  return (
    /^\W*the (?:\w+ )?root cause\?\s*$/u.test(lower) &&
    /^\s*[\p{L}\d]/u.test(block.text.slice(start + text.length))
  );
}

/** A hypothesis is no claim. */
const uncertain =
  /\b(?:assumed|presumed|supposed|alleged|incorrect|wrong|false|mistaken|possible|potential|apparent)(?: as)?(?: the| a)? $|\b(?:whether|if)\b[^.;]*$|\b(?:suspect(?:s|ed)?|guess(?:ed)?|hypothesi[sz]\w*|speculat\w+)\b[^.;]*$|\b(?:might|may|could|not|n't|never)(?: \w+){0,3} $/u;
/** Without a verb it is the name of a section or a field: "Root cause of the problem". */
const finite =
  /\b(?:is|was|were|are|be|been|has|had|have|did|does|seems?|lies?|lay|made|found|broke|led|(?!detailed\b)[a-z]{2,}ed|[a-z]{3,}s (?:the|a|an|its|this|that|our))\b/u;
const labelEnd = /^(?: ?\([^)]*\))?(?: of (?:the|this) \w+)?\s*(?::|[\u2013\u2014=]| - )/u;
const namedAfter =
  /^(?: of [^.;,:]{0,60}?)? (?:to (?:be|have been)|as) |^(?! (?:and|but|so|while|then)\b)(?:[^.;,]{0,60}?) (?:was|is|were|being|turned out|turns out|appear(?:s|ed)? to be|lay|lies|stem(?:s|med)?) |^(?: of [^.;,:]{0,60})?\s*(?::|\u2014|\u2013|=|\()/u;

function isNamedByLabel(rest: string): boolean {
  return /[a-z]{3}/u.test(rest) && !unknownLabel.test(rest);
}

/** Other ways to claim one cause. */
export const claims: readonly { words: RegExp; not?: RegExp; notBefore?: RegExp }[] = [
  {
    words:
      /\b(?:the|one|an?) (?:(?:one and only|sole|complete|decisive and only) (?:reason|explanation|factor responsible)|(?:single|only) (?:explanation|origin)|single reason (?:why|for the))\b|\b(?:direct|decisive) and only cause\b|\bha(?:s|ve|d) (?:only one|one|a single) (?:cause|explanation|origin)\b/gu,
    notBefore:
      /\b(?:not|n't|no|never|rarely|seldom|whether|if|look\w* for|find|than|as|use|from|into)(?: (?:the|a|is there|was there))? $/u,
  },
  {
    words:
      /\b(?:is|was|were|at) (?:the root of (?:it all|the crash|all this|everything)|the bottom of (?:this|it|everything))\b|\btrac(?:es|ed) back to (?:one|a single)\b|\bcaused the (?:lot|whole (?:incident|outage|mess|thing))\b|\bnothing but (?:the |an? |our )?(?:[\w\uE000-]+ ){1,5}(?:is|was|are) to blame\b|\b(?:the )?one thing that made this happen\b|\b(?:owed|put down|attributable) (?:entirely|exclusively|solely|only) to\b|\bthat(?:'s| is) the whole story\b|\b(?:is|was) what caused (?:the|this|all|it)\b|\bblame nothing but\b|\beverything\b[^.;]{0,60}\bput down to\b/gu,
    notBefore: /\b(?:not|n't|never|nothing|what|whether|if)(?: \w+){0,2} $/u,
  },
  {
    words:
      /\b(?:the|a|one|its?|our) (?:sole|only|single|real|true|ultimate|singular|actual) (?:cause|culprit|reason (?:for|behind) (?:the|this|that|our) (?:\w+ )?(?:outage|incident|failure|downtime|issue|problem|crash|error))\b(?! of (?:truth|failure))/gu,
    not: /^[^.]{0,30}\bcause for\b|^[^.]{0,50}\b(?:unknown|unclear|not (?:yet )?(?:known|clear)|why we)\b/u,
    notBefore:
      /\b(?:find|identify|determine|understand|not|n't|no|never|investigat\w+|search\w*|whether|if|than|into) $/u,
  },
  {
    words:
      /\bthe source of (?:the|this|that|our) (?:[\w-]+ )?(?:problem|issue|outage|incident|failure|downtime|errors?)s? (?:was|is|turned out to be|as|to be)\b/gu,
    not: /^.{0,90}?\b(?:not|n't|unknown|unclear|found|identified|located)\b/u,
    notBefore: /\b(?:what|whether|if|where) $/u,
  },
  {
    words:
      /\bthe (?:underlying |primary |main |principal |immediate |direct |exact |precise |technical |actual |definitive |true |real )?cause (?:of (?:[\w\uE000'-]+ ){1,9}?)?(?:was|is|turned out to be|has been (?:identified|determined|traced|found)|appears? to (?:be|have been)|seems to (?:be|have been))\b(?! (?:\w+ly |also |then |soon |later )?(?:identified|found|discovered|determined|located|isolated|pinpointed|confirmed|established|diagnosed|known|understood|validated|fixed|resolved|addressed|clear|obvious)\b(?! (?:as|to be)\b))/gu,
    not: /^.{0,90}?\b(?:was|is|been) (?:currently |yet |as yet )*(?:still|not|n't|unknown|unclear|under|being|to be|pending|undetermined|hard|investigated)\b/u,
    notBefore:
      /\b(?:what|whether|if|unsure|investigat\w+|not know|know|understand|determine|identify|find) $|^\W*(?:while|although|though|even if|whereas) (?:[\w-]+ ){0,2}$/u,
  },
  {
    words:
      /\b(?:as|was|were|is|be|been|became|pinpointed|isolated) (?:indeed |really |in fact |actually |likely |probably |most likely |clearly )?the (?:underlying |actual |single |sole )?cause\b(?! (?:for|to) concern)(?! of (?:the|this|that) (?:[\w-]+ )?(?:restart|alert|page|ticket|change|delay)\b)/gu,
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
  { words: /\b(?:boil(?:s|ed)|c[ao]mes?) down to (?:one|a single|just one|the (?:fact|missing)|an?)\b/gu },
  {
    words: /\b(?:only|just|exactly) one (?:root )?cause\b|\bhad (?:a single|one) (?:root )?cause\b/gu,
    notBefore: /\b(?:not|n't|never|rarely|seldom) $/u,
  },
  { words: /\bthe only reason (?:was|is)\b(?! not)/gu },
  { words: /\ball (?:because of|due to|caused by) (?:one|a single|a|an)\b/gu },
  { words: /\b(?:the one thing|one single thing|the only thing) that (?:caused|triggered|broke|led)\b/gu },
  {
    words: /\broot of (?:the|this|our) (?:problem|issue|outage|incident)\b/gu,
    notBefore:
      /\b(?:find|get to|getting to|identify|understand|at|to) the $|\b(?:find|get to|getting to|identify|understand)\b[^.]{0,12}$/u,
  },
  {
    words:
      /\b(?:the )?(?:main |real |actual |ultimate |true )?culprit (?:was|is|turned out|being)\b(?! (?:identified|found|terminated|killed|removed|quickly|isolated))/gu,
    not: /^.{0,40}\b(?:not|n't|unknown|unclear)\b/u,
    notBefore: /\b(?:what|whether|if|suspect\w*|possible|likely) (?:the )?$/u,
  },
];
