import { changes, conduct, habits, obeying, stemOf, virtues } from "./lexicon.ts";

/** Only people do something like this, whatever they do. */
const heedfully =
  "carefully|thoroughly|actively|proactively|openly|honestly|rigorously|diligently|seriously|closely|attentively|cautiously|wisely|responsibly|meticulously|conscientiously|respectfully|constructively|critically|patiently|collaboratively|vigilantly|mindfully|plainly|frankly|calmly|kindly|transparently";
/** Machines work like this, too: an appeal only with what people do by hand or mouth. */
const orderly =
  "promptly|properly|correctly|effectively|efficiently|accurately|consistently|constantly|clearly|strictly|accordingly|aggressively|quickly|concisely|precisely|systematically|deliberately|adequately";
const often = /^(?:regularly|frequently|often|routinely|periodically)$/u;
const heedful = new RegExp(`^(?:${heedfully})$`, "u");
const neat = new RegExp(`^(?:${orderly})$`, "u");

/** How something is to be done, read where a word begins (flag y). */
export const manner = new RegExp(
  String.raw`(?:${[
    String.raw`(?:much |a (?:lot|bit|little) |way |far |even )?(?:earlier|sooner|faster|quicker|(?<=\b(?:work|try|think|push|look|study|fight|train)(?:n?ing)? )(?:harder|smarter)|better|longer|closer|twice|thrice)(?: (?:on|rather than later))?(?=[,.;:!)]|\s*$| (?:so|in|instead|next|with|during|on|at|for|when|and|within|as|before|after|about|by|this|if|together|because|between|from|throughout|rather|to|\(|-|–)(?![\w]))`,
    String.raw`more (?!evenly|equally|fairly)[a-z]+ly(?: and [a-z]+ly)?|(?:more|less) often|more(?=[,.;:!)]|\s*$| (?:in|during|with|about|for|and|especially|when) (?!than|\d)| to (?:try|help|make|avoid|keep|ensure|see)\b)`,
    "on time|in time|as (?:soon|early|often|much|quickly|clearly|fast|detailed) as (?:possible|we can)|asap|early(?: on| enough)?(?=[,.;:!)]| [\u2013\u2014-]|\\s*$| (?:so|in|with|during|on|at|for|when|and|as|before|after|about|if|to|by)\\b)|in (?:good|due) time|in a (?:more )?timely (?:manner|fashion)|(?:well )?in advance|ahead of (?:time|schedule)|ahead(?= of\\b|[,.;:!)]|\\s*$)|early and often|right away|immediately|well(?=[,.;:!)]|\\s*$| (?:in|with|before|and)\\b)",
    heedfully,
    orderly,
    String.raw`from the (?:very )?(?:beginning|start|outset)`,
    String.raw`not (?:just |only )?(?:at the end|the last minute)|instead of (?:at the end|last minute)|before the (?:last|deadline|due|end|final)`,
    String.raw`with (?:more|greater|extra|better) (?:care|attention|caution|focus|detail|discipline)|with (?:care|caution|respect)|as (?:we|you|they) go(?: along)?|before (?:the weekend|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|on a (?:more |daily|weekly|regular|frequent)[a-z ]*? ?basis`,
  ].join(
    "|",
  )})(?![\w-])(?! (?:alerts?|monitoring|tools?|tooling|visibility|tests?|than|error|logging|metrics|versions?|detection|data|[a-z]+ed\b))`,
  "uy",
);

/** What an adverb before a verb says of it, or undefined if the word is none. */
export function mannerBefore(word: string, next: string): "eager" | "plain" | undefined {
  if (word === "always") return "eager";
  if (
    /^(?:also|just|only|really|definitely|further|please|all|both|then|even|now|still|explicitly)$/u.test(
      word,
    )
  )
    return "plain";
  if (/^(?:start|starting|begin|beginning)$/u.test(word) && /[a-z]{2}ing$/u.test(next)) return "plain";
  if (word === "more" && next.endsWith("ly") && !/^(?:even|equal|fair)ly$/u.test(next)) return "eager";
  if (/(?:ing|ed)$/u.test(next) && !heedful.test(word)) return undefined;
  if (word === "better") return isPeoplesVerb(next) ? "eager" : undefined;
  if (heedful.test(word)) return changes.has(stemOf(next)) ? undefined : "eager";
  if (neat.test(word)) return isPeoplesVerb(next) ? "eager" : undefined;
  if (often.test(word)) return isPeoplesVerb(next) ? "eager" : undefined;
  return undefined;
}

export function isOften(word: string, next: string): boolean {
  return often.test(word) || (word === "first" && /^[.,!;]?$/u.test(next));
}

/** Manners that machines have as well. */
export function isPlainManner(word: string): boolean {
  return neat.test(word) || /^(?:immediately|twice|first|more|early|well)$/u.test(word);
}

/** What people do by hand or mouth. */
export function isPeoplesVerb(word: string): boolean {
  if (virtues.has(word) || word.endsWith("ed")) return false;
  const stem = stemOf(word);
  return (
    habits.has(stem) ||
    conduct.has(stem) ||
    obeying.has(stem) ||
    /^(?:define|distribute|divide|manage|structure|handle|allocate|align|balance|utili[sz]e|understand|separate|split|investigate)$/u.test(
      word,
    )
  );
}
