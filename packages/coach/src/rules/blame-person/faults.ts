import { matchesOf } from "../../language/matches.ts";
import { partyOf } from "../../language/people.ts";
import type { Sentence } from "../../language/sentences.ts";
import { tokensOf } from "../../language/tokens.ts";
import type { Finding } from "../finding.ts";
import { message } from "./message.ts";

/** Nouns that call a deed a fault. Each blames only with whose it was. */
const fault =
  "lapses?|blunders?|mis-?judge?ments?|negligence|neglect|carelessness|dereliction(?: of duty)?|errors? of (?:judge?ment|planning)|slips?(?: of the (?:finger|pen|tongue|hand|mind))?|oversights?|inattention|recklessness|sloppiness|complacency|laziness|cock-?ups?|howlers?|goofs?|gaffes?|omissions?|mistakes?|forgetfulness";

/** "…, an easy slip", "…, which was a misjudgement": the fault of whoever the sentence speaks of. */
const apposition = new RegExp(
  String.raw`(?<=[,;\u2013\u2014] |\()(?:(?:and )?(?:which|that|this) (?:was|is) )?(?:clearly |quite |simply |plainly |itself |in itself )?(?:(?:an?|one|another|(?:one|another) of (?:several|many|our|his|her|their)|his|her|their|our|my) )(?:(?!of\b)[\w-]+ ){0,2}?(?:${fault})(?=[ .,;!)]|$)`,
  "gu",
);
/** "A lapse by the board", "a blunder of the first order by those who signed". */
const owned = new RegExp(
  String.raw`\b(?:${fault}) (?:(?:of|in) [\w ]{1,30} )?(?:by|on the part of|on) (?=(?<agent>[^.;,:()]{1,60}))`,
  "gu",
);
/** "An error of judgement on the pilot's part". */
const part = new RegExp(
  String.raw`\b(?:${fault}) (?:[\w-]+ ){0,2}?on (?:the |our )?(?<agent>[\w -]{1,40}?)'s? (?:part|side|end)\b`,
  "gu",
);
const possessive = new RegExp(
  String.raw`\b(?:my|our|his|her|their|(?<owner>[a-z@][\w-]*)(?:'s|s')) (?:own |usual |first |second |big |honest |sheer |collective |repeated )?(?:${fault.replace("|omissions?|mistakes?", "").replace("|slips?", "|slips?(?! (?:of paper|rings?))")})(?! (?:toleran|board|committee))\b`,
  "gu",
);
/** "The blunder was the pilot's". */
const predicate = new RegExp(
  String.raw`\b(?:fault|${fault}) (?:was|is|were) (?:all |entirely |solely )?(?:the |our )?(?<agent>[\w -]{1,40}?)(?:'s|s')(?=[.,;!]|$)`,
  "gu",
);
/** "For this neglect we are sorry", "a dereliction of ours". */
const apology = new RegExp(
  String.raw`\bfor (?:this|that|these|our) (?:\w+ )?(?:${fault})(?=,? (?:we|i)\b)|\b(?:${fault}) of (?:ours|mine|his|hers|theirs)\b`,
  "gu",
);

const confessions = [
  String.raw`(?<=^\W*)whoever (?:wrote|built|set|chose|made|put|left|drew|[a-z]+ed)\b[^.;]{1,60}? (?:did not|didn't|had not|hadn't|never|must have|was not|wasn't|forgot|clearly|had no)`,
  String.raw`(?:fault|blunder|lapse|slip|mistake|oversight|error|misjudge?ment) (?:was|is) (?:all |entirely |solely )?(?:mine|ours|his|hers|theirs)`,
  // Carelessness is always somebody's.
  String.raw`(?:errors?|lapses?) (?:of|in) judge?ment|dereliction of duty|(?:out of|through|due to|because of) (?:sheer |pure )?(?:carelessness|complacency|laziness|negligence|inattention)`,
  "mea culpa",
  "my bad",
  String.raw`i(?:'m| am| was)(?: such)? an? (?:complete |total |proper )?(?:idiot|fool|moron|dunce)`,
  "like an? (?:complete |total )?(?:idiot|fool|amateur|beginner|moron)",
  String.raw`(?:that|the) (?:someone|somebody|person|idiot|fool|culprit|one) (?:was|is) (?:me|i)`,
  String.raw`it was (?:me|i|him|he|her|she) (?:who|that) (?:had |has )?(?:pressed|broke|deleted|forgot|did|made|ran|pushed|changed|switched|turned|left|merged)`,
  "yours truly",
  String.raw`(?:i|we) (?:had |have )?(?:got|did) (?:that|this|it|that one) (?:badly |all )?wrong`,
  String.raw`(?<!\bnot? )(?:the |all |all the )?(?:blame|fault|guilt) (?:for [\w ]{1,40} )?(?:rests?|lies|lay|is|was|falls?|fell) (?:solely |squarely |entirely |wholly |with |on )*(?:with|on|mine|ours) ?(?:us|me|him|her|them|the [\w -]{1,30}(?:team|crew|department|staff))?`,
  String.raw`to (?:our|my|his|her|their) (?:\w+ )?(?:discredit|shame|embarrassment)`,
  String.raw`shame on (?:us|me|him|her|them|you)`,
  String.raw`(?:that's|that is|this is|this one is|this one's|it's|that one's|that one is) (?:entirely |all |squarely )?on (?:me|us|him|her)(?=[.,;!]|$)`,
  String.raw`slipped (?:my|his|her|our|their|everybody's|everyone's|the team's) minds?`,
  String.raw`slipp(?:ed|ing)? through (?:the|our|their|his|her) (?:cracks|fingers|net) (?:on (?:our|their|my|his|her) (?:end|side|part))`,
  String.raw`(?:i|we) (?:should|have to|must) (?:take|accept|bear) (?:the |full |all )?blame`,
  String.raw`(?:failing|failed) in (?:its|our|my|his|her|their) (?:duty|duties|responsibilit(?:y|ies)|obligations?)`,
  String.raw`(?:was|were|had been|am|is|are) (?:simply |just |far |much |frankly )?too (?:lazy|proud|careless|stubborn|busy chatting|arrogant|vain|impatient) to`,
];
const confession = new RegExp(String.raw`(?<![\w-])(?:${confessions.join("|")})(?![\w-])`, "gu");
const denied =
  /\b(?:not|n't|no|nor|never|nobody|without|whether|neither|hardly|avoid(?:ing)?|learn\w* from|from)(?: [\w']+){0,3} $/u;
const mayFault =
  /(?:laps|blund|judg|neg|careless|derelict|error|slip|over|atten|reckless|slopp|complac|lazi|cock|howl|goof|gaff|omiss|mistake|forgetful)/u;

/** A fault with its owner, and words by which people blame themselves. */
export function faultsOf(sentence: Sentence): Finding[] {
  const { lower, text } = sentence;
  const found: Finding[] = [];
  const add = (match: RegExpExecArray, end = match.index + match[0].length): void => {
    if (!denied.test(lower.slice(0, match.index))) found.push({ start: match.index, end, message });
  };
  for (const match of matchesOf(confession, lower)) add(match);
  if (!mayFault.test(lower)) return found;
  for (const match of matchesOf(apology, lower)) add(match);
  for (const match of matchesOf(apposition, lower)) if (namesSomebody(text.slice(0, match.index))) add(match);
  for (const match of matchesOf(possessive, lower)) {
    const owner = match.groups?.["owner"];
    if (
      owner === undefined ||
      isSomebody(text.slice(match.index, match.index + owner.length), wordBefore(text, match.index))
    )
      add(match);
  }
  for (const match of [...matchesOf(part, lower), ...matchesOf(predicate, lower)])
    if (endOfAgent(match.groups?.["agent"] ?? "") > 0) add(match);
  for (const match of matchesOf(owned, lower)) {
    const start = match.index + match[0].length;
    const agent = text.slice(start, start + (match.groups?.["agent"] ?? "").length);
    const end = endOfAgent(agent);
    if (end > 0) add(match, start + end);
  }
  return found;
}

/** Where the noun phrase at the start of `text` ends, if it names people; else 0. */
function endOfAgent(text: string): number {
  const tokens = tokensOf(text);
  if (/^those (?:who|in|of)\b/u.test(text)) return 5;
  for (const [index, token] of tokens.entries()) {
    if (
      index > 4 ||
      (/^(?:of|in|at|on|from|to|with|and|or|who|that|which|during|when|while|the)$/u.test(token.lower) &&
        index > 0)
    )
      return 0;
    const next = tokens[index + 1];
    if (
      isSomebody(token.word, tokens[index - 1]?.word ?? "the") &&
      !(next !== undefined && isSomebody(next.word, token.word))
    )
      return token.end;
  }
  return 0;
}

function namesSomebody(text: string): boolean {
  const tokens = tokensOf(text);
  return tokens.some((token, index) => isSomebody(token.word, tokens[index - 1]?.word ?? "the"));
}

function isSomebody(word: string, before: string | undefined): boolean {
  const party = partyOf(word, before);
  return party === "person" || (party === "likely" && before !== undefined);
}

function wordBefore(text: string, index: number): string | undefined {
  return tokensOf(text.slice(0, index)).at(-1)?.word;
}
