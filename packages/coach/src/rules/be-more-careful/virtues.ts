import {
  artefacts,
  closes,
  degrees,
  managedVirtue,
  raising,
  sharedVirtues,
  stemOf,
  virtues,
  weaklyRaising,
} from "./lexicon.ts";
import { inChannel } from "./channel.ts";
import { endAt, type Request } from "./request.ts";

/** "Improve our communication", "better planning", "need better skills". */
export function raisingVirtue(request: Request): number | undefined {
  const { words, head, verb } = request;
  const first = words[head]?.text ?? "";
  if (request.isJoined && degrees.has(first) && !/^(?:more|better)$|er$/u.test(first)) return undefined;
  let at = head;
  let isRaised = false;
  let isWeak = false;
  for (; at < words.length && at < head + 6; at += 1) {
    const text = words[at]?.text ?? "";
    const stem = at === head ? verb : stemOf(text);
    if (
      /(?<!ne)ed$/u.test(text) &&
      (!degrees.has(text) || /^(?:the|our|a|an)$/u.test(words[at + 1]?.text ?? ""))
    )
      return undefined;
    if (degrees.has(text) || (raising.has(stem) && !virtues.has(text))) isRaised = true;
    else if (weaklyRaising.has(stem)) isWeak = true;
    else if (
      at === head &&
      /^(?:work|focu|concentrat)$/u.test(stem.replace(/s$/u, "")) &&
      /^(?:on|more|in)$/u.test(words[at + 1]?.text ?? "")
    )
      isRaised = true;
    else if (
      !/^(?:a|an|the|to|on|in|for|with|at|our|start|starting|and|of|some|much|even|bit|little)$/u.test(text)
    )
      break;
  }
  if (!isRaised || (isWeak && at === head)) return undefined;
  return virtueFrom(request, at);
}

/** Where a virtue ends that stands close behind the word with that number and names no thing. */
export function virtueFrom(request: Request, from: number): number | undefined {
  const { words } = request;
  for (let at = from; at < words.length && at < from + 6; at += 1) {
    const { text = "", end = 0 } = words[at] ?? {};
    if (closes.test(text)) return undefined;
    const managedEnd = endAt(managedVirtue, request, at);
    const last = managedEnd ?? end;
    if (
      managedEnd === undefined &&
      !virtues.has(text) &&
      !(sharedVirtues.has(text) && isAmongPeople(request.lower, end))
    )
      continue;
    // "Encourage Slack communication" names the channel.
    if (text.startsWith("communication") && inChannel.test(request.lower.slice(end, end + 50)))
      return undefined;
    if (/^(?:slack|discord|e-?mail|github|jira|teams|zoom|whatsapp)$/u.test(words[at - 1]?.text ?? ""))
      return undefined;
    const next = words.find((candidate) => candidate.start >= last)?.text ?? "";
    const afterNext = words[words.findIndex((candidate) => candidate.start >= last) + 1]?.text ?? "";
    // "The organization of the code" is not people's.
    if (next === "of" && sharedVirtues.has(text)) return undefined;
    if (artefacts.test(next) || (next === "and" && artefacts.test(afterNext))) return undefined;
    // "Planning poker", "skills matrix": the virtue names a thing; "communication skills" is still one.
    if (!virtues.has(next)) return last;
  }
  return undefined;
}

/** "Improve consistency." and "more trust between the shifts" are about people, "consistency of the replicas" is not. */
function isAmongPeople(lower: string, end: number): boolean {
  return /^\W*$|^ (?:and|or) |^ (?:between|within|among|across|in|with) (?:the |our |all |other )*(?:[a-z]+ )?(?:teams?|members?|shifts?|people|groups?|departments?|colleagues|engineers|developers|stakeholders|each other|one another|everyone|projects?|everybody)\b/u.test(
    lower.slice(end),
  );
}

const careful =
  /(?:(?:a|an|the|much|even|some) )*(?:(?:more|extra|greater) (?:careful|thorough|attentive|diligent|rigorous|cautious|mindful|deliberate|thoughtful|critical|conscientious) (?!automated\b|(?:on|in|at|to|and|so|as|if|when|for|by|with|about)\b)[a-z-]+|(?:careful|thorough|attentive|diligent|rigorous|closer|better) (?:testing|preparation|planning|handovers?|handoffs?|responses? to|updates (?:to|for|during))|(?:clear|timely|regular|frequent|honest|prompt|proactive|open|transparent)(?: and [a-z]+)? updates (?:to|for|during)|(?:stricter|closer|better|rigorous) adherence(?! (?:tools?|tooling|framework|pipeline|process|system|environment|suite))\b|(?:careful|thorough|attentive|diligent|rigorous|closer) (?:code )?(?:reviews?|testing|planning|reading|consideration|checks?|checking|inspection|analysis|monitoring|preparation|validation|verification)\b|(?:more )?(?:earlier|quicker|faster|timely|timelier|prompt|proactive|sooner) (?:and [a-z]+ |design |integration |code |load |user )?(?:communications?|testing|tests of|planning|reviews?|reviewing|feedback|escalations?|involvement|responses?|reporting|merging|integration|start|preparation|coordination|follow-?ups?|decisions?|reactions?|handovers?|pushes|pulls|commits|merges|replies)\b|more (?:frequent|regular|consistent|proactive|timely) (?:and [a-z]+ )?(?:communications?|status updates|updates (?:to|on|for|during)|commits|merges|merging|pushes|pulls|updates|testing|integration|(?:code )?reviews|feedback|pull requests)\b)/uy;

const helped =
  /^(?: [\w-]+){0,4}? (?:paid|helps?|helped|saves?|saved|made|makes|was|is|were|are|reduce[sd]?|prevent(?:s|ed)|worked|kept|led|can|will|would|ensures?)\b/u;

/** "More careful review", "earlier testing". */
export function carefulNoun(request: Request): number | undefined {
  if (request.isJoined) return undefined;
  const start = /^(?:need|requir|do|perform|conduct|hav|ensur|provid|giv|post|send|mak)$/u.test(request.verb)
    ? request.head + 1
    : request.head;
  const end = endAt(careful, request, start);
  // "Careful planning paid off" tells what helped.
  return end !== undefined && helped.test(request.lower.slice(end)) ? undefined : end;
}
