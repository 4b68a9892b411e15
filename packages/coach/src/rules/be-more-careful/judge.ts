import { isAnnouncement } from "./channel.ts";
import { idioms } from "./idioms.ts";
import {
  attitudes,
  changes,
  closes,
  conduct,
  degrees,
  obeying,
  peopleAsObject,
  productQualities,
  rulebook,
  stemOf,
  telling,
} from "./lexicon.ts";
import { lookingBefore } from "./before.ts";
import { isPeoplesVerb, isPlainManner, mannerBefore } from "./manner.ts";
import { mannerAfter } from "./manner-after.ts";
import { endAt, type Request, requestAt } from "./request.ts";
import { makingSure } from "./sureness.ts";
import { carefulNoun, raisingVirtue } from "./virtues.ts";

/** Where the words end by which the request beginning at `index` asks people for effort; undefined if it does not. */
export function endOfEffort(lower: string, index: number, isJoined: boolean): number | undefined {
  const request = requestAt(lower, index, isJoined);
  if (request === undefined || isAnnouncement(request)) return undefined;
  for (const judge of judges) {
    const end = judge(request);
    if (end !== undefined) return end;
  }
  return undefined;
}

const judges: readonly ((request: Request) => number | undefined)[] = [
  idiom,
  beingSomehow,
  makingSure,
  raisingVirtue,
  carefulNoun,
  tellingPeople,
  followingRules,
  plainConduct,
  eagerVerb,
  lookingBefore,
  verbWithManner,
];

function idiom(request: Request): number | undefined {
  for (const pattern of idioms) {
    const end = endAt(pattern, request, request.head);
    // "Talk to support more often": the manner belongs to it.
    if (end !== undefined)
      return Math.max(end, mannerAfter(request, request.head) ?? end, lookingBefore(request) ?? end);
  }
  return undefined;
}

const intensifier =
  /^(?:really|very|always|much|a|bit|little|lot|as|even|extra|especially|particularly|super|and|also|far|being|all|too|twice|doubly|so)$/u;

/** "Be patient", "stay more alert", "be tested more thoroughly". */
function beingSomehow(request: Request): number | undefined {
  const { words, head, verb } = request;
  if (!/^(?:be|stay|remain|becom|get|keep)$/u.test(verb)) return undefined;
  let at = head + 1;
  let isMore = false;
  for (; at < words.length - 1; at += 1) {
    const text = words[at]?.text ?? "";
    if (/^(?:more|less|as|better)$/u.test(text)) isMore = true;
    else if (!intensifier.test(text) && !/[a-z]{2}ly$/u.test(text)) break;
    else if (/[a-z]{2}ly$/u.test(text) && attitudes.has(text)) break;
  }
  const { text = "", end } = words[at] ?? {};
  const next = words[at + 1]?.text ?? "";
  if (
    /^(?:able|sure|certain)$/u.test(text) ||
    next === "by" ||
    (text === "aware" && next === "that") ||
    (text === "responsible" && next === "for")
  )
    return undefined;
  if ((attitudes.has(text) || (text === "clear" && /^(?:about|on|with|in)$/u.test(next))) && verb !== "keep")
    return end;
  if (isMore && /^(?:at|about|with|in)$/u.test(text)) return end;
  if (verb === "keep" || verb === "get") return undefined;
  if (/[a-z]{2}ing$/u.test(text)) return changes.has(stemOf(text)) ? undefined : mannerAfter(request, at);
  const isPassive = /(?:[a-z]{2}ed|made|done|written|given|taken|held|split|kept|dealt)$/u.test(text);
  if (isPassive)
    return isMore ||
      words
        .slice(head + 1, at)
        .some(({ text: adverb }) => adverb.endsWith("ly") && mannerBefore(adverb, "x") !== undefined)
      ? end
      : mannerAfter(request, at);
  return isMore && !productQualities.has(text) && /^[a-z-]{3,}$/u.test(text) && !next.endsWith("ed")
    ? end
    : undefined;
}

const told = new RegExp(String.raw`${peopleAsObject} (?:to|of|about|that|not|on|more)\b`, "uy");
const encouraged = new RegExp(
  String.raw`(?:more |active |open |a )*(?:${peopleAsObject}\b|(?:[\w-]+ ){0,4}?(?:environment|culture|atmosphere)\b)`,
  "uy",
);

function tellingPeople(request: Request): number | undefined {
  const { head, verb } = request;
  if (/^(?:encourag|foster|promot|motivat|inspir|urg)$/u.test(verb)) {
    const end = endAt(encouraged, request, head + 1);
    if (
      end !== undefined &&
      !/^ ?(?:users?|customers?|clients?)/u.test(request.lower.slice(request.words[head]?.end))
    )
      return end;
  }
  const end = telling.has(verb) ? endAt(told, request, head + 1) : undefined;
  // "Tell people that the service is back" is said once.
  return verb === stemOf("tell") && end !== undefined && !request.lower.slice(0, end).endsWith(" to")
    ? undefined
    : end;
}

function followingRules({ words, head, verb }: Request): number | undefined {
  if (!obeying.has(verb)) return undefined;
  for (let at = head + 1; at < words.length && at < head + 8; at += 1) {
    const { text = "", end } = words[at] ?? {};
    if (at > head + 1 && closes.test(text) && text !== "to") return undefined;
    if (
      /^(?:an?|one)$/u.test(text) &&
      verb !== "follow" &&
      !/^(?:better|stricter|tighter)$/u.test(words[at + 1]?.text ?? "")
    )
      return undefined;
    if (rulebook.test(text) && !rulebook.test(words[at + 1]?.text ?? "")) return end;
  }
  return undefined;
}

const toMachines =
  /^ (?:(?:with|to) (?:the )?(?:api|server|services?|database|back-?end|front-?end)\b|over\b|via\b|through\b|using\b|[^.;]{0,60}\b(?:customers?|users?|clients?|\d+)\b)/u;

/** "Focus on performance" and "focus on adding tests" are about the product. */
const toPeople =
  /^ (?:more|better|harder|less|[a-z]+ly)\b|^ on (?:the most|what|one|our|this|each|each other|quality|(?!(?:the )?(?:introduc|fix|refactor|implement|build|add|creat|enhanc|improv|optimi[sz]|polish|gett|ship|automat|migrat|replac|reduc|remov|mak|giv|hav)(?:e|t|ing)\b)[a-z]+ing)\b/u;

function plainConduct(request: Request): number | undefined {
  const { lower, words, head, verb } = request;
  const { text = "", end = 0 } = words[head] ?? {};
  if (!conduct.has(verb) || /(?:ed|s)$/u.test(text.replace(/ss$|focus$/u, ""))) return undefined;
  if (
    toMachines.test(lower.slice(end)) ||
    (verb === "listen" &&
      !/^(?: (?:to (?:\w+ ){0,2}?(?:people|each|one|others|everyone|users?|feedback|customers?|the (?:team|pilots?)|colleagues|concerns|ideas)|more|carefully|actively|better|and|when|first)\b|\W*$)/u.test(
        lower.slice(end),
      )) ||
    (/^(?:focus|concentrat)/u.test(verb) && !toPeople.test(lower.slice(end)))
  )
    return undefined;
  return (
    mannerAfter(request, head) ??
    (text.startsWith("remember") ? endAt(/\w+ (?:to|that)\b/uy, request, head) : undefined) ??
    end
  );
}

const noVerb =
  /^(?:so|it|the|a|an|this|that|these|those|our|my|your|their|his|her|its|we|i|you|they|he|she|in|on|at|of|for|with|from|by|to|as|than|more|less|most|some|any|all|no|not|if|when|there|has|was|were|is|are|been|how|what|why|which|who|and|or|but|also|make|making|ensure|seems?|better|see|take|takes|even|only|just|both|each|every|be|being|shorter|longer|smaller|fewer|larger|bigger|easier|simpler|higher|lower|quicker|faster|earlier|(?:i|we|you|they)'?ll|let's|lets|please|should|must|group|communication)$|ed$|(?<!^(?:rep|app|supp|re|comp))ly$|^\W/u;

function eagerVerb({ words, head, verb, isEager }: Request): number | undefined {
  const { text = "", end } = words[head] ?? {};
  if (
    !isEager ||
    /[a-z]{2}(?<![su])s$/u.test(text) ||
    changes.has(verb) ||
    /^(?:se|know)$/u.test(verb) ||
    noVerb.test(text)
  )
    return undefined;
  if (/^(?:process|coverage|environment|owners?|[a-z]+ing)$/u.test(words[head + 1]?.text ?? ""))
    return undefined;
  if (/^(?:us|deploy|up|avail|return|includ|writ)$/u.test(verb) && words[head - 1]?.text === "always")
    return undefined;
  return end;
}

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

function verbWithManner(request: Request): number | undefined {
  const { lower, words, head, verb } = request;
  const { text = "", start = 0 } = words[head] ?? {};
  if (noVerb.test(text) || degrees.has(text) || /^[\d\uE000]/u.test(text)) return undefined;
  const end = mannerAfter(request, head);
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
