import { isAnnouncement } from "./channel.ts";
import { idioms } from "./idioms.ts";
import {
  attitudes,
  changes,
  closes,
  conduct,
  obeying,
  peopleAsObject,
  productQualities,
  rulebook,
  stemOf,
  telling,
} from "./lexicon.ts";
import { lookingBefore } from "./before.ts";
import { mannerBefore } from "./manner.ts";
import { mannerAfter } from "./manner-after.ts";
import { endAt, type Request, requestAt } from "./request.ts";
import { bearing } from "./bearing.ts";
import { mindOrTalk } from "./mind-or-talk.ts";
import { makingSure } from "./sureness.ts";
import { noVerb, verbWithManner } from "./verb-with-manner.ts";
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
  mindOrTalk,
  bearing,
];

function idiom(request: Request): number | undefined {
  for (const pattern of idioms) {
    const end = endAt(pattern, request, request.head);
    // "Try to restart it" is done once.
    if (
      end !== undefined &&
      request.verb === "try" &&
      changes.has(
        stemOf(request.lower.slice(0, end).split(" ").at(-1) ?? "").replace(/^re-?(?=[a-z]{4})/u, ""),
      )
    )
      return undefined;
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
  if (changes.has(stemOf(text)) && text.endsWith("ed") && !isMore) return undefined;
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
