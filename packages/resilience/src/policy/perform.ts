import { within } from "../ambient.ts";
import { inject } from "../faults/inject.ts";
import { answerOf, type Answer } from "./answer.ts";
import type { Call } from "./call.ts";
import type { Step } from "./part.ts";
import type { Surroundings } from "./surroundings.ts";

/** The innermost step: the fault point of the policy, and in it the caller's work. */
export function perform(surroundings: Surroundings): Step {
  const { points, name } = surroundings;
  return (call) => {
    const rules = points.at(name);
    return rules === undefined ? work(call) : inject(rules, call, surroundings, work);
  };
}

/** Calls inside the work find this one around them, and with it how long they have. */
function work(call: Call): Answer {
  const bounded = call.deadline !== Infinity || call.canBeGivenUp;
  return answerOf(bounded ? within(call, call.work) : call.work(call));
}
