import { matchesOf } from "../../language/matches.ts";
import { partyOf } from "../../language/people.ts";
import type { Sentence } from "../../language/sentences.ts";
import { tokensOf } from "../../language/tokens.ts";
import type { Finding } from "../finding.ts";
import { message } from "./message.ts";

const slip =
  "mistakenly|accidentally|accidently|inadvertently|erroneously|incorrectly|wrongly|unintentionally|improperly";
/** Words that make whoever follows the cause; the last group is where the agent is looked for. */
const byAgent: readonly RegExp[] = [
  /\b(?:fumbled|botched|bungled|mishandled|overlooked|forgotten|misread|misjudged|mistyped|fat-fingered|missed) by (?=(?<agent>[^.;,:()]{1,60}))/gu,
  new RegExp(`\\b(?:${slip})\\b[^.;,()#]{0,60}?\\bby (?=(?<agent>[^.;,:()]{1,60}))`, "gu"),
  /\b(?:caused|triggered|broken|brought down|taken down|initiated) (?:accidentally |inadvertently |mistakenly |directly |entirely )?by (?=(?<agent>[^.;,:()]{1,60}))/gu,
  /\b(?:caused by|due to|because of|result of) [^.;,()]{0,30}?\b(?:deletion|removal|dropping|wiping|shutdown|disconnection|unplugging|mishandling|misuse) (?:of [^.;,()]{1,50} )?by (?=(?<agent>[^.;,:()]{1,60}))/gu,
  /\b(?:mistakes?|errors?|oversights?|misjudge?ments?|typos?|slips?|negligence|carelessness|misconfigurations?|misunderstandings?|failures?|faults?|blunders?|inaction|inattention|bugs?|defects?|regressions?) (?:(?:was |were )?(?:made|committed|introduced) )?(?:by|on the part of|of(?= (?:an?|one|our|the) )) (?=(?<agent>[^.;,:()]{1,60}))/gu,
  /\bcause (?:of (?:[\w-]+ ){1,8})?(?:was|is|were|being|was (?:identified|determined|found) (?:as|to be)|as) (?=(?<agent>(?:an?|the|our|one of our) [^.;,:()]{1,50}))/gu,
  /(?<!\b(?:not|n't|no|never|without|than|to|avoid|don't|didn't|can|can't|could|would|cannot|hardly) )\b(?:blame[ds]?|blaming) (?!(?:us|me)\b)(?=(?<agent>[^.;,:()]{1,40}))/gu,
  /\bfailures? (?:of|by|from|on the part of) (?=(?<agent>(?:the|our|an?|one)\b[^.;,:()]{1,40}?) to\b)/gu,
];
const onOurPart =
  /\b(?:mistakes?|errors?|oversights?|failures?|misconfigurations?|negligence|misunderstandings?|miscommunications?|blunders?)\b[^.;,]{0,30} on (?:our|my|his|her|their) (?:part|side|end)\b/gu;
const possessive =
  /\b(?:my|our|his|her|their|(?<owner>[a-z@][\w-]*)(?:'s|s')) (?:own |simple |stupid |big |honest |initial |silly )?(?:mistakes?|fault|negligence|oversights?|carelessness|inattention|inexperience|incompetence|bad(?= as| for|[,.!;)]|$)|failure to|misjudge?ment|error(?=[.,;)]| (?:was|is|in|when|caused|led|by)\b|$))(?! (?:toleran|inject|domain|isolation|handling|rate|budget|log|message|detection|report))/gu;
/** An oversight is somebody's, even when nobody is named. */
const oversight =
  /\b(?:due to|because of|through|as a result of|result of|caused by|simply|was|were) (?:an?|my|our|simple|pure|a human|human|a simple|an unfortunate) (?:\w+ )?oversight\b(?! (?:on|committee|board|body|of the board))/gu;
/** A belief that turned out wrong, told as the cause. */
const misbelief =
  /\b(?:we|i) (?:was|were) under the (?:mistaken|false|wrong) (?:impression|belief)|\b(?:due to|because of|caused by|result of) (?:an?|my|our|their) (?:\w+ )?(?:misunderstanding|misjudge?ment|misconception)\b/gu;
const madeBySomebody =
  /\b(?:mistakes?|errors?|blunders?|oversights?) (?:that |which )?(?=(?<agent>(?:we|i|he|she|they|you|the [a-z]+|our [a-z]+|an? [a-z]+)) )(?:[a-z]+ ){1,3}?(?:had |have )?(?:made|committed|did)\b/gu;
/** "It wasn't my fault, or anyone's": nobody is blamed. */
const absolved = /\b(?:not|n't|no|nor|never|nobody|without|whether|isn't|wasn't)(?: \w+){0,3} $/u;
const mayBeMade = /\b(?:mistake|error|blunder|oversight)/u;
const learning =
  /\b(?:learn(?:ed|t|ing|s)?|learnings?|avoid(?:ing)?|repeat(?:ing)?|fix(?:ing|ed)?|correct(?:ing|ed)?|from) (?:from )?(?:all |any |the |some |of |these |those )*$/u;
/** "The mistakes we made will serve as stepping stones": they are told as a lesson, not as the cause. */
const taught = /\b(?:lessons?|taught|learn(?:ed|t|ing)?|stepping[- ]stones?|improve|grow)\b/u;
const indefinite = /^(?:any|every|some|no)(?:one|body)$/u;
const because =
  /\b(?:because|since|as|due to the fact that) (?=(?<agent>(?:the|our|an?|one of|nobody|no one|(?!when|if|while|after|before|it|this|that|there|what|how)[a-z]+) [^.;,:()]{0,40}?)(?: had| has)? (?:did not|didn't|not|wasn't|was not|weren't|were not|never|hadn't|ignored|was asleep|was unavailable) (?<verb>[a-z]+))/gu;
const nobody =
  /\b(?:because|since|as) (?:nobody|no one|none of (?:us|them|the [a-z]+)) (?:had )?[a-z]{3,}ed\b/gu;
const knowing =
  /^(?:know|have|receive|expect|reali[sz]e|see|want|need|aware|able|available|informed|notified|get|find|yet|understand|paged|alerted|given|told|familiar|trained|on|in|at|present|online|been|sure|the|a|an|possible|clear)$/u;

/** A person named as the agent: "deleted by mistake by an engineer", "an operator's mistake", "an error on our part". */
export function agents(sentence: Sentence): Finding[] {
  const { lower, text } = sentence;
  const found: Finding[] = [];
  for (const pattern of byAgent) {
    for (const match of matchesOf(pattern, lower)) {
      const end = match.index + match[0].length;
      const named = agentAt(text, end, (match.groups?.["agent"] ?? "").length);
      if (named > 0 && !/\b(?:not|n't|no|never)(?: an?| the)? $/u.test(lower.slice(0, match.index)))
        found.push({ start: match.index, end: end + named, message });
    }
  }
  for (const match of [...matchesOf(oversight, lower), ...matchesOf(misbelief, lower)])
    found.push({ start: match.index, end: match.index + match[0].length, message });
  for (const match of mayBeMade.test(lower) ? matchesOf(madeBySomebody, lower) : []) {
    if (learning.test(lower.slice(0, match.index)) || taught.test(lower)) continue;
    const agent = match.groups?.["agent"] ?? "";
    const head = tokensOf(agent).at(-1)?.word ?? "";
    if (isPerson(head, "the") || /^they$/u.test(agent))
      found.push({ start: match.index, end: match.index + match[0].length, message });
  }
  for (const match of matchesOf(nobody, lower))
    found.push({ start: match.index, end: match.index + match[0].length, message });
  for (const match of matchesOf(onOurPart, lower))
    found.push({ start: match.index, end: match.index + match[0].length, message });
  for (const match of matchesOf(possessive, lower)) {
    const owner = match.groups?.["owner"];
    if (match[0].endsWith("fault") && absolved.test(lower.slice(0, match.index))) continue;
    if (owner !== undefined && indefinite.test(owner)) continue;
    if (
      owner !== undefined &&
      !isPerson(text.slice(match.index, match.index + owner.length), wordBefore(text, match.index))
    )
      continue;
    if (learning.test(lower.slice(0, match.index))) continue;
    found.push({ start: match.index, end: match.index + match[0].length, message });
  }
  for (const match of matchesOf(because, lower)) {
    if (knowing.test(match.groups?.["verb"] ?? "")) continue;
    const end = match.index + match[0].length;
    const agent = match.groups?.["agent"] ?? "";
    if (/^(?:we|i|you|it|they|he|she)\b/u.test(agent)) continue;
    const named = agentAt(text, end, agent.length);
    if (named > 0) found.push({ start: match.index, end: end + named, message });
  }
  return found;
}

/** Length of the words from `index` up to the head of the noun phrase there, if that names a person; else 0. */
export function agentAt(text: string, index: number, length: number): number {
  const tokens = tokensOf(text.slice(index, index + length));
  const stop = tokens.findIndex(
    (token, at) =>
      at > 0 &&
      /^(?:of|on|in|who|who's|that|which|and|to|at|from|with|during|while|when|for|[a-z]+ing|working|trying|performing|using|after|before|as|did|didn't|was|wasn't|has|had|not|never|ignored|or|is|were|are|into|via|under|without|through|[a-z]{2,}ed|led|ran|made|took|put|did|left|sent|broke|brought|meant|cost)$/u.test(
        token.lower,
      ),
  );
  const phrase = stop > 0 ? tokens.slice(0, stop) : tokens;
  const head = phrase.at(-1);
  if (head === undefined) return 0;
  if (/^(?:one|some|member|members)$/u.test(head.lower)) {
    const later = tokens.slice(stop).find((token) => isPerson(token.word, "the"));
    return later === undefined ? 0 : later.end;
  }
  return isPerson(head.word, phrase.at(-2)?.word) ? head.end : 0;
}

function isPerson(head: string, before: string | undefined): boolean {
  return (
    partyOf(head, before) === "person" ||
    (partyOf(head, before) === "affected" && before !== undefined && /^an?$/iu.test(before))
  );
}

function wordBefore(text: string, index: number): string | undefined {
  return tokensOf(text.slice(0, index)).at(-1)?.word;
}
