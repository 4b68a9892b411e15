import type { Request } from "./request.ts";

/** What stands behind "be" and is no bearing: a place, a thing, a state that is brought about. */
const noBearing =
  /^(?:an?|the|our|your|my|its|this|that|it|one|two|three|no|not|all|both|each|every|in|at|on|to|of|by|for|with|from|up|down|out|off|over|under|behind|back|away|within|between|above|below|after|before|during|until|there|here|around|where|what|when|how|why|only|just|still|together|more|less|so|as|too|like|new|next|first|last|better|same|enough|half|part|present|people|someone|sure|certain|ready|happy|glad|sorry|free|fine|good|great|okay|live|online|offline|open-source|in-person|due|subject|worth|true|false|null|empty|complete|unique|idempotent|explicit|automatic|idle|valid|current|small|short|long|large|big|clear|easy|hard|healthy|compliant|secure|stable|safe|successful|useful|equal|similar|standard|optional|private|public|local|global|consistent|done|made|set|known|shown|given|taken|kept|split|sent|written|held|put|read|run|built|\d.*|\W.*|[^aeiouy]+|.*(?:ed|ing|able|ible))$/u;

/** "Don't be greedy": behind "be", where people are told what not to be. */
export function endOfBearing(lower: string, start: number, index: number): number | undefined {
  if (!/\bbe (?:too |so )?$/u.test(lower.slice(start, index))) return undefined;
  const word = /^[a-z-]{3,}/u.exec(lower.slice(index))?.[0] ?? "the";
  return noBearing.test(word) ? undefined : index + word.length;
}

const opening = /^[\W\uE000]*(?:[^.;:]{1,40}: )?(?:please |and |just )*$/u;
const modal =
  /\b(?:we|i|you|everyone|everybody|people|team|staff|crew|nobody|[a-z]+(?:ers|ors|ees|ists|leads|devs|members)) (?:all |also |both |really )*(?:(?:need|have|want|try|trying|learn|ought) to|must|should) (?:all |also |both |always )*$/u;
const degree =
  /^(?:more|less|super|a|bit|little|lot|very|really|always|even|much|as|so|too|(?!friendly)[a-z]+ly)$/u;

/** "Be generous with praise", "stay polite": asked of people, any adjective is one of people. */
export function bearing(request: Request): number | undefined {
  const { lower, words, head } = request;
  const { text: verb = "", start = 0 } = words[head] ?? {};
  const before = lower.slice(0, start);
  const isAsked = opening.test(before) || modal.test(before);
  if (!isAsked || !/^(?:be|stay|remain)$/u.test(verb)) return undefined;
  let at = head + 1;
  while (degree.test(words[at]?.text ?? "")) at += 1;
  const { text = "", end } = words[at] ?? {};
  if (noBearing.test(text) || words[at + 1]?.text === "that" || !/^[a-z-]{3,}$/u.test(text)) return undefined;
  return end;
}
