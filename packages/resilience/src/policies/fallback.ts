import { FallbackFailedError } from "../errors.ts";
import { answerOf, isPromise } from "../policy/answer.ts";
import type { Call, CallContext } from "../policy/call.ts";
import type { Part } from "../policy/part.ts";
import { covering } from "./covering.ts";

/** Answers `value` when everything inside failed, was refused or was too late. */
export function fallback<Extra>(value: Extra): Part<Extra> {
  return {
    kind: "fallback",
    around: (next, surroundings) => covering(next, { give: () => value }, surroundings),
  };
}

/**
 * Asks `give` when everything inside failed, was refused or was too late. It is told why and about the call; where the answer
 * counted as a failure, the error is a `FailedAnswerError` that has it. Nothing bounds its time: what may take long belongs
 * under a policy of its own.
 * When it throws or rejects, the caller gets a `FallbackFailedError` with both errors.
 */
export function fallbackTo<Extra>(
  give: (error: unknown, context: CallContext) => PromiseLike<Extra> | Extra,
): Part<Extra> {
  return {
    kind: "fallback",
    around: (next, surroundings) => {
      const failed = (error: unknown, call: Call, failure: unknown): never => {
        throw call.givenUp ? call.reason : new FallbackFailedError(surroundings.name, error, failure);
      };
      const asked = (error: unknown, call: Call) => {
        try {
          const given = answerOf(give(error, call));
          return isPromise(given) ? given.catch((failure: unknown) => failed(error, call, failure)) : given;
        } catch (failure) {
          return failed(error, call, failure);
        }
      };
      return covering(next, { give: asked }, surroundings);
    },
  };
}
