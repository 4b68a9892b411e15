import type { Request } from "./request.ts";

/** What stands behind "be" and is no bearing: a place, a thing, a state that is brought about. */
const noBearing =
  /^(?:able|sure|certain|the|an?|in|at|on|to|of|by|for|with|from|there|here|done|made|set|up|down|out|over|under|behind|back|live|online|offline|our|your|my|its|this|that|one|no|not|all|both|each|every|available|running|ready|happy|glad|sorry|unavailable|free|open-source|off|away|\d.*|\W.*|.*(?:ed|ing|able|ible)|new|next|first|last|better|more|less|so|as|very|very|too|like|responsible|subject|due|part|present|true|false|null|empty|compatible|complete|unique|consistent|idempotent|explicit|small|short|long|large|big|visible|clear|known|shown|given|taken|kept|split|sent|written|held|put|read|run|built)$/u;

/** "Don't be greedy": behind "be", where people are told what not to be. */
export function endOfBearing(lower: string, start: number, index: number): number | undefined {
  if (!/\bbe (?:too |so )?$/u.test(lower.slice(start, index))) return undefined;
  const word = /^[a-z-]{3,}/u.exec(lower.slice(index))?.[0] ?? "the";
  return noBearing.test(word) ? undefined : index + word.length;
}

/** "Be generous with praise": ordered at the start of a point any adjective is one of people. */
export function bearing(request: Request): number | undefined {
  const { lower, words, head } = request;
  if (
    words[head]?.text !== "be" ||
    !/^[\W\uE000]*(?:[^.;:]{1,40}: )?(?:please |and |just )*$/u.test(lower.slice(0, words[head]?.start))
  )
    return undefined;
  let at = head + 1;
  while (
    at < words.length &&
    /^(?:more|less|super|a|bit|little|lot|very|really|always|even|much|as|so|too|nice|[a-z]+ly)$/u.test(
      words[at]?.text ?? "",
    ) &&
    words[at]?.text !== "nice"
  )
    at += 1;
  const { text = "", end } = words[at] ?? {};
  return noBearing.test(text) || words[at + 1]?.text === "that" || !/^[a-z-]{3,}$/u.test(text)
    ? undefined
    : end;
}
