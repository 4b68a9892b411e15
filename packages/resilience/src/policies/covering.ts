import { FailedAnswerError } from "../errors.ts";
import { isPromise, isRefusal, type Answer } from "../policy/answer.ts";
import type { Call } from "../policy/call.ts";
import { codeOf } from "../policy/error-code.ts";
import type { Step } from "../policy/part.ts";
import type { Surroundings } from "../policy/surroundings.ts";

/** What a fallback gives when it has nothing to give: the failure stays what it was. */
export const nothing = Symbol("nothing");

export interface StandIn {
  /** What the caller gets instead, a promise of it, or `nothing`. */
  readonly give: (error: unknown, call: Call) => Answer;
  /** Sees every answer that is none of those the fallback stands in for. */
  readonly good?: (answer: unknown, call: Call) => void;
}

/**
 * Covers failures of the steps inwards, refusals and failed answers. Not covered: errors that are no failure of the dependency,
 * which are the caller's to see, and calls that were given up, which need no answer any more.
 */
export function covering(next: Step, { give, good }: StandIn, surroundings: Surroundings): Step {
  const { isFailure, isFailedAnswer } = surroundings;
  const served = (error: unknown, call: Call): Answer => {
    if (call.givenUp || !isFailure(error)) return nothing;
    const stand = give(error, call);
    if (isPromise(stand)) return stand.then((value) => tell(surroundings, call, error, value));
    return stand === nothing ? nothing : tell(surroundings, call, error, stand);
  };
  const judged = (answer: unknown, call: Call): Answer => {
    if (isFailedAnswer?.(answer) === true) {
      const stand = served(new FailedAnswerError(surroundings.name, answer), call);
      return stand === nothing ? answer : stand;
    }
    good?.(answer, call);
    return answer;
  };
  const asIs = isFailedAnswer === undefined && good === undefined;
  return (call) => {
    const servedOrThrown = (error: unknown): Answer => {
      const stand = served(error, call);
      if (stand === nothing) throw error;
      return stand;
    };
    let answer: Answer;
    try {
      answer = next(call);
    } catch (error) {
      return servedOrThrown(error);
    }
    if (isRefusal(answer)) {
      const stand = served(answer, call);
      return stand === nothing ? answer : stand;
    }
    if (isPromise(answer))
      return answer.then(asIs ? undefined : (value) => judged(value, call), servedOrThrown);
    return asIs ? answer : judged(answer, call);
  };
}

function tell<T>({ signals, name }: Surroundings, call: Call, error: unknown, value: T): T {
  signals.tell({ kind: "fallback-served", policy: name, key: call.key, code: codeOf(error) });
  return value;
}
