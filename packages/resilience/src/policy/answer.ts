import { RefusedError } from "../errors.ts";

/**
 * What a step gives back: the dependency's answer, a promise of it, or a refusal.
 * A refusal that nobody had to wait for is given back, not thrown: unwinding the stack costs more than the rest of it.
 */
export type Answer = unknown;

export function isPromise(answer: Answer): answer is Promise<unknown> {
  return answer instanceof Promise;
}

export function isRefusal(answer: Answer): answer is RefusedError {
  return answer instanceof RefusedError;
}

/** What the work gave back, as an answer: thenables of others become promises, a refusal that was meant as data stays one. */
export function answerOf(given: unknown): Answer {
  // Query builders may be functions.
  if ((typeof given !== "object" && typeof given !== "function") || given === null) return given;
  if (given instanceof Promise) return given;
  if (isRefusal(given)) return Promise.resolve(given);
  return "then" in given && typeof given.then === "function" ? Promise.resolve(given) : given;
}

/** For steps that had to wait and are inside a promise: there a refusal is thrown, or it would be taken for the dependency's answer. */
export function thrown(answer: Answer): Answer {
  if (isRefusal(answer)) throw answer;
  return answer;
}
