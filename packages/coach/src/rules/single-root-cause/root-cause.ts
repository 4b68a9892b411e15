import type { Sentence } from "../../language/sentences.ts";
import { asksAndAnswers, isFilled } from "./fields.ts";

/** "Root cause" in the singular, with the words that make it definite. */
export const rootCause =
  /(?<![\w-])(?:(?:the|this|its?|one|a|an|our|single|primary|main|same|actual|real|true|ultimate|underlying|sole|likely|probable|initial|original|final|fundamental|technical) ){0,3}root[- ]?cause(?:d)?(?![\w-])/gu;

const compound =
  /^(?:'s)?[ -](?:analys[ie]s|analyses|anal[a-z]+|investigations?|reports?|sections?|review|identification|document|discovery|research|rca|diagnosis|template|findings?|determination|summary|hypothes[ie]s|assumptions?|theor(?:y|ies)|candidates?|guess|category|categories|field|fix(?:es)?|and resolution|exploration)\b/u;
const unknown =
  /^(?: (?:of|for|behind|to|in) [^.;,]{1,80}?)?,? (?:(?:is|was|are|were|has|had|remain(?:s|ed)?|stay(?:s|ed)?|being|can|could|will)(?:n't| not)? )?(?:still |currently |as |yet |not |never |also |being |been |be |at this time |initially |un\w+ )*(?:unknown|unclear|undetermined|unidentified|uncertain|elusive|mystery|pending|tbd|unconfirmed|hard to|difficult to|(?:not|n't|never)(?: yet| immediately| initially| fully| really| definitively| currently)? (?:been )?(?:known|identified|determined|found|clear|understood|obvious|apparent|established|confirmed|available|evident|certain|addressed|resolved|fixed)|to be (?:determined|confirmed|investigated|found|identified)|under (?:active )?investigation|(?:being )?(?:actively |further )?investigated)\b|^(?: (?:of|for) [^.;,]{1,60}?)? (?:isn't|wasn't|hasn't been|is not|was not|has not been)(?: yet)? (?:known|identified|determined|found|clear|understood|fully|immediately)\b/u;
const searched =
  /\b(?:investigat\w+|find|finding|identify|identifying|determine|determining|look(?:ing|ed|s)? (?:further |deeper |more closely |again )?(?:for|into|at)|search\w*|understand|understanding|establish|establishing|diagnos(?:e|ing)|discover|discovering|isolate|isolating|pinpoint|pinpointing|track(?:ing)?(?: down)?|trace|tracing|until|what|whether|if|analy[sz]\w+|examin\w+|debug\w*|uncover|uncovering|hunt\w*|seek\w*|explor\w+|question|unknown|unclear|unsure|know|knowing|research\w*|narrow\w*|get(?:ting)? to|work(?:ing)? (?:on|out)|figure|figuring|theor\w+|hypothes\w+|suspect\w*|possible|potential|candidate|plausible|discuss\w*|describ\w+|rul(?:e|ed|ing) out|exclud\w+|confirm|confirming|more|cannot|can't|could not|couldn't|unable to|without|not|n't|wasn't|isn't|no|never|any|each|every|per|different|various|another|other|about|explain|explaining|share|provide|learn|learning|clarif\w+|verify|verifying|reveal|determination of|focus\w*|toward|visibility)(?: (?:down|out|the|its?|this|that|our|a|an|single|exact|precise|underlying|actual|real|true|full|definitive|clear|likely|possible|potential|specific|initial|obvious|immediate|was|is|be|were|of|for|on|to|not|know|identify|determine|find|common)){0,5} $/u;

/** Verbs of having found it. Without the cause itself they tell of a search that ended, not of one cause. */
const foundBefore =
  /\b(?:identif(?:ied|ies)|found|discovered|determined|located|isolated|pinpointed|confirmed|diagnosed|established|uncovered|understood|learned|revealed|knew|known|narrowed (?:down )?(?:to )?|reported|shared|published|narrowed)(?: (?:the|what|a|as|its|this|that|exact|actual|likely|probable|potential|on|in|down|be|to)){0,3} $/u;
const foundAfter =
  /^(?: of (?:[\w\uE000'-]+ ){1,9}?)?(?: (?:was|is|has been|had been|were|being|been))?(?: \w+ly| now| then| also| soon| since| finally| later)* (?:found|identified|discovered|determined|located|isolated|pinpointed|confirmed|established|diagnosed|known|understood|validated|fixed|resolved|addressed)\b(?! ?(?:as\b|to be\b|to have\b|[:\u2013\u2014(-]| that\b| in the\b| within\b))/u;
const several =
  /^[^.;]{0,80}?\b(?:was|is|were|are|be|involved|involves|included|includes|lay in|stemmed from|came from) (?:likely |probably |in fact |actually |really |mainly )?(?:an? |the )?(?:(?!that\b)\w+ )?(?:combination|series|mix|mixture|number|set|chain|confluence|interaction|interplay|cascade|two|three|several|multiple|multi\w*|many|a few|twofold|threefold|both|either)\b|\bremain(?:s|ed)? (?:unknown|unclear|undetermined|unidentified|a mystery|uncertain)\b/u;

/** Whether "root cause" at [start, end) claims that there was one, and that it is known. */
export function isClaimOfRootCause(sentence: Sentence, start: number, end: number): boolean {
  const { lower } = sentence;
  const after = lower.slice(end);
  const words = lower.slice(start, end);
  const before = lower.slice(0, start);
  if (after.startsWith("(s)")) return false;
  if (words.endsWith("caused")) return isTracedTo(before, after);
  if (compound.test(after) || several.test(after)) return false;
  const label =
    /^\W*(?:the )?(?:(?:primary|main|likely|actual|technical) )?$/u.test(
      before + words.replace(/root[- ]?cause$/u, ""),
    ) && labelEnd.test(after);
  if (label) return isFilled(after.replace(labelEnd, ""));
  if (/\?\s*$/u.test(lower)) return asksAndAnswers(sentence);
  if (/^(?:a|an|one|any) /u.test(words) && !/^one (?:single )?root/u.test(words)) return false;
  if (
    /\b(?:secondary|second|another|other|additional|further) $/u.test(before) ||
    /\b(?:secondary|second|additional)\b/u.test(words)
  )
    return false;
  if (/\b(?:an?|another|some|any) (?:\w+ )?$/u.test(before)) return false;
  if (/^(?: of [^.;,]{1,60}?)? (?:could|might|may) (?:well )?(?:be|have been)\b/u.test(after)) return false;
  if (/\btime to $/u.test(before) || uncertain.test(before)) return false;
  if (foundAfter.test(after)) return /: [\w\uE000]{3}/u.test(after);
  if (unknown.test(after) && !/^[^.;]{0,30}\b(?:was|is) (?:that|the|a|an)\b/u.test(after)) return false;
  if (words.includes("same")) return true;
  if (quoted.test(before)) return false;
  const named = namedAfter.test(after);
  if (foundBefore.test(before)) return named || /\b(?:as|to be) (?:the |our |its )?(?:\w+ )?$/u.test(before);
  if (searched.test(before)) return named && /\bthat (?:the )?$/u.test(before);
  if (named || /\bas $/u.test(before)) return true;
  return (isDefinite(before, words) || startsClause.test(before)) && finite.test(itemAround(lower, start));
}

/** "It was root-caused to …"; in "a bug, root-caused to a typo, …" it only describes the bug. */
function isTracedTo(before: string, after: string): boolean {
  return (
    /^ (?:to|by|as)\b/u.test(after) &&
    /(?:^\W*|\b(?:was|were|is|are|been|be|got|we|i|they|have|has)(?: [a-z]+ly)? )$/u.test(before)
  );
}

/** "The definitive root cause", and not "led to immediate root cause". */
function isDefinite(before: string, words: string): boolean {
  return !words.startsWith("root") || /\b(?:the|this|its?|our|that)(?: [\w'-]+){1,2} $/u.test(before);
}

const startsClause = /(?:^|[^a-z\uE000 ]|[^a-z\uE000] |\b(?:am|pm|utc|that|so|and) )$/u;

/** A list that Markdown takes for one paragraph: only its item counts. */
function itemAround(lower: string, at: number): string {
  const next = lower.indexOf("\u2022", at);
  return lower.slice(lower.lastIndexOf("\u2022", at) + 1, next < 0 ? undefined : next);
}

/** "The report gives “human error” as the root cause": the words of others. */
const quoted =
  /\b(?:report|article|post|statement|letter|press|paper|vendor|provider|they)\b[^.;]{0,20}\b(?:gives?|gave|names?|named|lists?|listed|cites?|cited|states?|stated) \uE000+ as $/u;

/** A hypothesis is no claim. */
const uncertain =
  /\b(?:assumed|presumed|supposed|alleged|incorrect|wrong|false|mistaken|possible|potential|apparent)(?: as)?(?: the| a)? $|\b(?:whether|if)\b[^.;]*$|\b(?:suspect(?:s|ed)?|guess(?:ed)?|hypothesi[sz]\w*|speculat\w+)\b[^.;]*$|\b(?:might|may|could|not|n't|never)(?: [\w-]+){0,3} $|\bidentified and (?:resolved|fixed|removed) $/u;
/** Without a verb it is the name of a section or a field: "Root cause of the problem". */
const finite =
  /\b(?:is|was|were|are|be|been|has|had|have|did|does|seems?|lies?|lay|made|found|broke|led|(?!detailed\b)[a-z]{2,}ed|[a-z]{3,}s (?:the|a|an|its|this|that|our))\b/u;
const labelEnd = /^(?: ?\([^)]*\))?(?: of (?:the|this) \w+)?\s*(?::|[\u2013\u2014\u2192=]| - )/u;
const namedAfter =
  /^(?: of [^.;,:]{0,60}?)? (?:to (?:be|have been)|as) |^(?! (?:and|but|so|while|then)\b)(?:[^.;,]{0,60}?) (?:was|is|were|being|turned out|turns out|appear(?:s|ed)? to be|lay|lies|stem(?:s|med)?) |^(?: of [^.;,:]{0,60})?\s*(?::|\u2014|\u2013|=|\()/u;
