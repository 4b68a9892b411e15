import {
  artefacts,
  attitudes,
  changes,
  conduct,
  degrees,
  habits,
  managedVirtue,
  obeying,
  people,
  peopleAsObject,
  productQualities,
  raising,
  rulebook,
  stemOf,
  telling,
  virtues,
  weaklyRaising,
} from "./lexicon.ts";
import { isOften, manner, mannerBefore } from "./manner.ts";
import { idioms } from "./idioms.ts";

/** A request from its first word on. */
interface Request {
  lower: string;
  words: readonly Word[];
  /** Place of the verb behind the adverbs that open the request. */
  head: number;
  verb: string;
  /** "Always …", "carefully …", "better …" stands before the verb. */
  isEager: boolean;
  /** Goes on from another request; then a noun alone is no request. */
  isJoined: boolean;
}

interface Word {
  text: string;
  start: number;
  end: number;
}

/** What is asked stands near its verb; longer requests are read up to here. */
const longest = 26;

/** Where the words end by which the request beginning at `index` asks people for effort; undefined if it does not. */
export function endOfEffort(lower: string, index: number, isJoined: boolean): number | undefined {
  const request = requestAt(lower, index, isJoined);
  if (request === undefined) return undefined;
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
  verbWithManner,
];

const word = /\.?[\p{L}\d\uE000@#][\p{L}\d'\uE000_./@-]*(?<![.])|[,:;.!?()]/gu;

function requestAt(lower: string, index: number, isJoined: boolean): Request | undefined {
  const words: Word[] = [];
  word.lastIndex = index;
  for (let match = word.exec(lower); match !== null && words.length < longest; match = word.exec(lower))
    words.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  let head = 0;
  let isEager = false;
  while (head < words.length - 1 && head < 5) {
    const found = mannerBefore(words[head]?.text ?? "", words[head + 1]?.text ?? "");
    if (found === undefined) break;
    isEager ||= found === "eager";
    head += 1;
  }
  const verb = words[head];
  return verb && { lower, words, head, verb: stemOf(verb.text), isEager, isJoined };
}

function endAt(pattern: RegExp, { lower, words }: Request, from: number): number | undefined {
  const start = words[from]?.start;
  if (start === undefined) return undefined;
  pattern.lastIndex = start;
  const match = pattern.exec(lower);
  return match === null ? undefined : start + match[0].trimEnd().length;
}

function idiom(request: Request): number | undefined {
  for (const pattern of idioms) {
    const end = endAt(pattern, request, request.head);
    if (end !== undefined) return end;
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
  if (/^(?:able|sure|certain)$/u.test(text) || next === "by" || (text === "aware" && next === "that"))
    return undefined;
  if (attitudes.has(text) && verb !== "keep") return end;
  if (isMore && /^(?:at|about|with|in)$/u.test(text)) return end;
  if (verb === "keep" || verb === "get") return undefined;
  if (/[a-z]{2}ing$/u.test(text)) return changes.has(stemOf(text)) ? undefined : mannerAfter(request, at);
  const isPassive = /(?:[a-z]{2}ed|made|done|written|given|taken|held|split|kept|dealt)$/u.test(text);
  if (isPassive)
    return isMore ||
      words
        .slice(head + 1, at)
        .some(({ text: adverb }) => /ly$/u.test(adverb) && mannerBefore(adverb, "x") !== undefined)
      ? end
      : mannerAfter(request, at);
  return isMore && !productQualities.has(text) && /^[a-z-]{3,}$/u.test(text) && !/ed$/u.test(next)
    ? end
    : undefined;
}

const surely =
  /(?:mak(?:e|ing)|be(?:ing)?) (?:sure|certain) (?:that )?|ensur(?:e|ing) (?:that )?|see(?:ing)? to it that /uy;
const surelySomebody = new RegExp(
  String.raw`(${people})(?:'s|'re)? (?!can\b|could\b|cannot\b|can't\b|gets?\b|receives?\b|ha(?:s|ve)\b(?! (?:a )?(?:clear|good|better|understood|read))|had\b|don't have\b|(?:is|are) (?:able|notified|paged|alerted|e-?mailed|using|on the list|running|getting|added|subscribed|trained|assigned|given)\b|aren't\b|isn't\b|only (?:have|run)\b|always have\b|in\b|of\b|to\b|and\b|on\b|for\b|with\b|will (?:have|get|be able)\b)((?:(?:always|also|all|never|does|do|don't|not|must|should|will|[a-z]+ly) )*)([\w'-]+)(?: ([\w-]+))?`,
  "uy",
);

/** "Make sure to check", "ensure that everyone knows". */
function makingSure(request: Request): number | undefined {
  const { lower, words, head } = request;
  const from = endAt(surely, request, head);
  if (from === undefined) return undefined;
  const index = words.findIndex(({ start }) => start >= from);
  if (words[index]?.text === "to") {
    const inner = words[index + 1];
    const stem = stemOf(inner?.text ?? "");
    return changes.has(stem) || /^(?:us|writ|monitor|validat|cov)$/u.test(stem) ? undefined : inner?.end;
  }
  if (index < 0) return undefined;
  surelySomebody.lastIndex = words[index]?.start ?? 0;
  const somebody = surelySomebody.exec(lower);
  if (somebody !== null) {
    const [whole, , adverbs = "", verb = "", next] = somebody;
    const isLinked = /^(?:is|are|'re|stays?|remains?|becomes?)$/u.test(verb);
    const plain = verb.replace(/(?<=[a-z]{2})(?:es|s)$/u, "");
    if (
      !isLinked &&
      (changes.has(stemOf(plain)) ||
        changes.has(stemOf(verb.replace(/s$/u, ""))) ||
        /^(?:uses?|writes?)$/u.test(verb))
    )
      return undefined;
    if (isLinked && next !== undefined && !/^[a-z]+ing$/u.test(next) && !attitudes.has(next) && next !== "on")
      return undefined;
    const cut = next === undefined || isLinked ? 0 : next.length + 1;
    void adverbs;
    return somebody.index + whole.length - cut;
  }
  const { text = "" } = words[index] ?? {};
  return degrees.has(text) ? virtueFrom(request, index + 1) : undefined;
}

const closes =
  /^(?:to|by|that|so|for|when|while|if|because|until|which|where|via|using|through|between|during|but|than|as|without|before|after|who|whether|how|what|is|are|was|[.;:!?,(])$/u;

/** "Improve our communication", "better planning", "need better skills". */
function raisingVirtue(request: Request): number | undefined {
  const { words, head, verb } = request;
  if (request.isJoined && degrees.has(words[head]?.text ?? "")) return undefined;
  let at = head;
  let isRaised = false;
  let isWeak = false;
  for (; at < words.length && at < head + 6; at += 1) {
    const text = words[at]?.text ?? "";
    const stem = at === head ? verb : stemOf(text);
    if (/ed$/u.test(text) && (!degrees.has(text) || /^(?:the|our|a|an)$/u.test(words[at + 1]?.text ?? "")))
      return undefined;
    if (degrees.has(text) || (raising.has(stem) && !virtues.has(text))) isRaised = true;
    else if (weaklyRaising.has(stem)) isWeak = true;
    else if (
      /^(?:work|focu|concentrat)$/u.test(stem.replace(/s$/u, "")) &&
      /^(?:on|more|in)$/u.test(words[at + 1]?.text ?? "")
    )
      isRaised = true;
    else if (
      !/^(?:a|an|the|to|on|in|with|at|our|start|starting|and|of|some|much|even|bit|little)$/u.test(text)
    )
      break;
  }
  if (!isRaised || (isWeak && at === head)) return undefined;
  return virtueFrom(request, at);
}

function virtueFrom(request: Request, from: number): number | undefined {
  const { words } = request;
  for (let at = from; at < words.length && at < from + 6; at += 1) {
    const { text = "", end = 0 } = words[at] ?? {};
    if (closes.test(text)) return undefined;
    const managedEnd = endAt(managedVirtue, request, at);
    const last = managedEnd ?? end;
    if (managedEnd === undefined && !virtues.has(text)) continue;
    const next = words.find((candidate) => candidate.start >= last)?.text ?? "";
    const afterNext = words[words.findIndex((candidate) => candidate.start >= last) + 1]?.text ?? "";
    if (artefacts.test(next) || (next === "and" && artefacts.test(afterNext))) return undefined;
    // "Planning poker", "skills matrix": the virtue names a thing; "communication skills" is still one.
    if (!virtues.has(next)) return last;
  }
  return undefined;
}

const careful =
  /(?:(?:a|an|the|more|much|even|extra|greater|less|some) )*(?:(?:careful|thorough|attentive|diligent|rigorous|cautious|mindful|deliberate|thoughtful|closer|critical|conscientious) (?!automated\b|(?:on|in|at|to|and|so|as|if|when|for|by|with|about)\b)[a-z-]+|(?:earlier|quicker|faster|timely|timelier|prompt|proactive|sooner) (?:and [a-z]+ )?(?:communications?|testing|tests of|planning|reviews?|reviewing|feedback|escalations?|involvement|responses?|reporting|merging|integration|start|preparation|coordination|follow-?ups?|pushes|pulls|commits|merges|replies)\b)/uy;

/** "More careful review", "earlier testing". */
function carefulNoun(request: Request): number | undefined {
  if (request.isJoined) return undefined;
  const start = /^(?:need|requir|do|perform|conduct|have|hav)$/u.test(request.verb)
    ? request.head + 1
    : request.head;
  return endAt(careful, request, start);
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
  return telling.has(verb) ? endAt(told, request, head + 1) : undefined;
}

function followingRules({ words, head, verb }: Request): number | undefined {
  if (!obeying.has(verb)) return undefined;
  for (let at = head + 1; at < words.length && at < head + 8; at += 1) {
    const { text = "", end } = words[at] ?? {};
    if (at > head + 1 && closes.test(text) && text !== "to") return undefined;
    if (/^(?:an?|one)$/u.test(text) && verb !== "follow") return undefined;
    if (rulebook.test(text) && !rulebook.test(words[at + 1]?.text ?? "")) return end;
  }
  return undefined;
}

const toMachines =
  /^ (?:(?:with|to) (?:the )?(?:api|server|services?|database|back-?end|front-?end)\b|over\b|via\b|through\b|using\b|[^.;]{0,60}\b(?:customers?|users?|clients?|\d+)\b)/u;

function plainConduct(request: Request): number | undefined {
  const { lower, words, head, verb } = request;
  const { text = "", end = 0 } = words[head] ?? {};
  if (!conduct.has(verb) || /(?:ed|s)$/u.test(text.replace(/ss$|focus$/u, ""))) return undefined;
  if (toMachines.test(lower.slice(end))) return undefined;
  return (
    mannerAfter(request, head) ??
    (/^remember/u.test(text) ? endAt(/\w+ (?:to|that)\b/uy, request, head) : undefined) ??
    end
  );
}

const noVerb =
  /^(?:so|it|the|a|an|this|that|these|those|our|my|your|their|his|her|its|we|i|you|they|he|she|in|on|at|of|for|with|from|by|to|as|than|more|less|most|some|any|all|no|not|if|when|there|has|was|were|is|are|been|how|what|why|which|who|and|or|but|also|make|making|ensure|seems?|better|even|only|just|both|each|every|be|being|shorter|longer|smaller|fewer|larger|bigger|easier|simpler|higher|lower|quicker|faster|earlier|(?:i|we|you|they)'?ll|let's|lets|please|should|must|group|communication)$|ed$|^\W/u;

function eagerVerb({ words, head, verb, isEager }: Request): number | undefined {
  const { text = "", end } = words[head] ?? {};
  if (!isEager || changes.has(verb) || noVerb.test(text)) return undefined;
  if (/^(?:process|coverage|environment|[a-z]+ing)$/u.test(words[head + 1]?.text ?? "")) return undefined;
  if (/^(?:us|deploy|up|avail|return|includ|writ)$/u.test(verb) && words[head - 1]?.text === "always")
    return undefined;
  return end;
}

const machinery =
  /^(?:alerts?|alerting|alarms?|metrics|logs|logging|tools?|tooling|dashboards?|records?|offsets?|connections?|sockets?|caches?|rows?|tables?|index(?:es)?|snapshots?|sessions?|certificates?|tokens?|dns|queues?|workers?|nodes?|pods?|transactions?|buffers?|heartbeats?|replicas?|disks?|memory|threads?|cluster|limits?|thresholds?|timeouts?|quotas?|capacity|keys?|backups?|packages)$/u;
const watching = /^(?:check|monitor|watch|review|test|inspect|look|rais|observ|track)(?:e|ing)?$/u;
const handiwork =
  /^(?:issues?|tasks?|prs?|requests?|branch(?:es)?|tickets?|comments?|roles?|incidents?|commits?|descriptions?|deadlines?|responsibilities|agenda|questions?|stories|goals?|expectations|status|drafts?|estimates?|concerns|blockers|problems)$/u;
const gapCloses =
  /^(?:we|you|they|mandatory|compulsory|automated|automatically|to|and|or|but|by|via|that|if|when|while|because|so|which|where|until|how|what|whether|can|could|should|must|will|would|needs?|has|is|are|was|were|than|[,.;:!?])$/u;

function verbWithManner(request: Request): number | undefined {
  const { words, head, verb } = request;
  const { text = "" } = words[head] ?? {};
  if (noVerb.test(text) || degrees.has(text) || /^[\d\uE000]/u.test(text)) return undefined;
  if (changes.has(verb) && !words.slice(head + 1, head + 5).some((object) => handiwork.test(object.text)))
    return undefined;
  return mannerAfter(request, head);
}

function mannerAfter(request: Request, from: number): number | undefined {
  const { words } = request;
  let isFromTo = false;
  for (let at = from + 1; at < words.length && at < from + 12; at += 1) {
    const { text = "", end } = words[at] ?? {};
    const before = words[at - 1]?.text ?? "";
    const isCut = at > from + 1 && /[a-z]{2}ed$/u.test(before) && before !== "started";
    const mannerEnd = isCut ? undefined : endAt(manner, request, at);
    if (mannerEnd !== undefined) return mannerEnd;
    if (
      isOften(text) &&
      habits.has(stemOf(words[from]?.text ?? "")) &&
      !/^(?:scheduled|updated|run)/u.test(words[at + 1]?.text ?? "")
    )
      return end;
    if (text === "," && /^not$/u.test(words[at + 1]?.text ?? "")) return endAt(manner, request, at + 1);
    if (text === "from") isFromTo = true;
    if (isFromTo && text === "to") continue;
    if (machinery.test(text) && !watching.test(words[from]?.text ?? "")) return undefined;
    if (gapCloses.test(text) && !(text === "to" && at === from + 1)) {
      if (text === "and" && /ing$|s$/u.test(words[at + 1]?.text ?? "") === false && at < from + 8) continue;
      return undefined;
    }
  }
  return undefined;
}
