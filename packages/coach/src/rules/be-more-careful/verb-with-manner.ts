import { changes, degrees } from "./lexicon.ts";
import { mannerAfter } from "./manner-after.ts";
import { isPeoplesVerb, isPlainManner } from "./manner.ts";
import type { Request } from "./request.ts";

/** Words that begin a request and are no verb. */
export const noVerb =
  /^(?:so|it|the|a|an|this|that|these|those|our|my|your|their|his|her|its|we|i|you|they|he|she|in|on|at|of|for|with|from|by|to|as|than|more|less|most|some|any|all|no|not|if|when|there|has|was|were|is|are|been|how|what|why|which|who|and|or|but|also|make|making|ensure|seems?|better|see|take|takes|even|only|just|both|each|every|be|being|shorter|longer|smaller|fewer|larger|bigger|easier|simpler|higher|lower|quicker|faster|earlier|(?:i|we|you|they)'?ll|let's|lets|please|should|must|group|communication)$|ed$|(?<!^(?:rep|app|supp|re|comp))ly$|^\W/u;

const handiwork =
  /^(?:issues?|tasks?|prs?|requests?|branch(?:es)?|tickets?|comments?|roles?|incidents?|commits?|descriptions?|deadlines?|responsibilities|agenda|questions?|stories|goals?|expectations|status|drafts?|estimates?|concerns|blockers|problems|tests)$/u;

/** "The script stops", "legal kept it": something acts, and nobody is asked. */
function isTold({ words, head }: Request, manner: number): boolean {
  if (/[a-z]{2}(?<![su])s$/u.test(words[head]?.text ?? "")) return true;
  const between = words.slice(head + 1).filter(({ start }) => start < manner);
  return between.some(
    ({ text }, index) =>
      /^(?:does|did|has|had|was|were|is|are|can|could|will|would)$/u.test(text) ||
      (/[a-z]{3}ed$/u.test(text) &&
        (index === 0
          ? /^(?:the|an?|at|by|in|on|to|from|with|for|all|its?|\d.*|[a-z]+ly)$/u.test(between[1]?.text ?? "")
          : !beforeParticiple.test(between[index - 1]?.text ?? ""))),
  );
}

const beforeParticiple =
  /^(?:the|an?|our|your|any|all|each|every|more|most|of|on|to|for|with|newly|well|being|get|get|have|needs?|it|them|is|are|be|[a-z]+ly|[a-z]+ings?)$/u;

/** "Seven days ahead" can be seen to be kept. */
const measured =
  /\b(?:\d+|one|two|three|four|five|six|seven|ten|a) (?:working |business )?(?:minutes?|hours?|days?|weeks?|months?) (?:ahead|in advance|early|earlier|sooner|before)\b/u;

/** "Write the integration tests earlier" leaves tests. */
const leaves = /\b(?:writ|defin)(?:e|ing) (?:[\w-]+ ){0,4}(?:tests?|test cases|owners?)\b/u;

const withCare = /\bwith (?:more |greater |extra |better )?(?:care|caution|attention)$/u;

const goesOnWithVerb =
  /^ (?!(?:for|in|on|at|to|so|and|with|when|about|during|by|as|or|if|after|before|who|than|through|via|using|between|across|instead|within|because)\b)[a-z]+ /u;

/** "Integrate earlier": where nothing follows, the pace of people is meant. */
function isPace({ lower, isJoined }: Request, start: number, end: number): boolean {
  return (
    !isJoined &&
    /^[a-z]+ (?:early and often|earlier|sooner)$/u.test(lower.slice(start, end)) &&
    /^\W*$/u.test(lower.slice(end))
  );
}

/** "Write the notes sooner": a verb of people and how they are to do it. */
export function verbWithManner(request: Request): number | undefined {
  const { lower, words, head, verb } = request;
  const { text = "", start = 0 } = words[head] ?? {};
  if (noVerb.test(text) || degrees.has(text) || /^[\d\uE000]/u.test(text)) return undefined;
  const end = mannerAfter(request, head);
  if (end !== undefined && isPace(request, start, end)) return end;
  if (
    changes.has(verb) &&
    !words.slice(head + 1, head + 5).some((object) => handiwork.test(object.text)) &&
    !withCare.test(lower.slice(start, end))
  )
    return undefined;
  if (end === undefined || (/^(?:learn|know|see|read)$/u.test(text) && lower.slice(0, end).endsWith(" more")))
    return undefined;
  const last = words.findLast((candidate) => candidate.end <= end);
  if (isTold(request, last?.start ?? end)) return undefined;
  const isCompared = /\b(?:more|less|as) [a-z]+(?: as [a-z]+)?$/u.test(lower.slice(start, end));
  if (!isCompared && isPlainManner(last?.text ?? "") && !isPeoplesVerb(text)) return undefined;
  // "Using references often hides them": the manner belongs to what follows.
  if (head === 0 && /[a-z]{2}ing$/u.test(text) && goesOnWithVerb.test(lower.slice(end))) return undefined;
  if (measured.test(lower.slice(start, end)) || leaves.test(lower.slice(start, end))) return undefined;
  return /\d[\w.]*,? (?:and|or) (?:earlier|later|newer|older)$/u.test(lower.slice(start, end))
    ? undefined
    : end;
}
