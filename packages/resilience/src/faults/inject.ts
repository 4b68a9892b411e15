import { answerOf, isPromise, type Answer } from "../policy/answer.ts";
import type { Call } from "../policy/call.ts";
import type { Step } from "../policy/part.ts";
import type { ActiveRule } from "./active-rule.ts";
import type { Replacement } from "./effects/effect.ts";
import { choose, ends, happen, type Place } from "./happen.ts";

/** Makes a call whose fault point has rules: those before it, those instead of it, the work, those after it. */
export function inject(rules: readonly ActiveRule[], call: Call, place: Place, work: Step): Answer {
  const {
    key,
    options: { labels },
  } = call;
  const before = choose(rules, "before", labels, key, place);
  const over = before.some(ends);
  const instead = over ? [] : choose(rules, "instead", labels, key, place);
  const outcome = happen([...before, ...instead], call, place);
  const proceed = (replacement: Replacement | undefined): Answer => {
    if (replacement !== undefined) return answerOf(replacement.value);
    if (instead.some(({ inForce }) => inForce)) return undefined;
    return finish(rules, call, place, work(call));
  };
  return isPromise(outcome) ? outcome.then(proceed) : proceed(outcome);
}

function finish(rules: readonly ActiveRule[], call: Call, place: Place, answer: Answer): Answer {
  if (isPromise(answer)) return answer.then((value) => alter(rules, call, place, value));
  return alter(rules, call, place, answer);
}

/** The dependency did its part: what happens to its answer. */
function alter(rules: readonly ActiveRule[], call: Call, place: Place, value: unknown): Answer {
  if (call.givenUp) return value;
  const outcome = happen(choose(rules, "after", call.options.labels, call.key, place), call, place);
  if (isPromise(outcome)) return outcome.then((came) => (came === undefined ? value : came.value));
  return outcome === undefined ? value : answerOf(outcome.value);
}
