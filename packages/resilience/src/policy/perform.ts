import { within } from "../ambient.ts";
import { answerOf, type Answer } from "./answer.ts";
import type { Call } from "./call.ts";
import type { Step } from "./part.ts";
import type { Surroundings } from "./surroundings.ts";

/** The innermost step: the fault point of the policy, and in it the caller's work. */
export function perform({ points, name }: Surroundings): Step {
  return (call) => {
    const rules = points.at(name);
    return rules === undefined ? work(call) : work(call);
  };
}

/** Calls inside the work find this one around them, and with it how long they have. */
function work(call: Call): Answer {
  const bounded = call.deadline !== Infinity || call.canBeGivenUp;
  return answerOf(bounded ? within(call, call.work) : call.work(call));
}
