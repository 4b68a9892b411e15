import { isPromise, isRefusal, type Answer } from "../policy/answer.ts";
import type { Call } from "../policy/call.ts";
import type { Part } from "../policy/part.ts";
import type { Surroundings } from "../policy/surroundings.ts";

/** Answers `value` when everything inside failed. */
export function fallback<Extra>(value: Extra): Part<Extra> {
  return {
    kind: "fallback",
    around: (next, surroundings) => (call) => {
      const serve = (error: unknown): Answer => {
        if (!covers(error, call, surroundings)) throw error;
        return value;
      };
      let answer: Answer;
      try {
        answer = next(call);
      } catch (error) {
        return serve(error);
      }
      if (isRefusal(answer)) return serve(answer);
      return isPromise(answer) ? answer.then(undefined, serve) : answer;
    },
  };
}

/** A call that its caller gave up needs no answer, and an error that is no failure of the dependency is the caller's to see. */
function covers(error: unknown, call: Call, { signals, name, isFailure }: Surroundings): boolean {
  if (call.givenUp || !(isRefusal(error) || isFailure(error))) return false;
  signals.tell({ kind: "fallback-served", policy: name, key: call.key });
  return true;
}
