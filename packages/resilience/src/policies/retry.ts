import { isPromise, isRefusal, type Answer } from "../policy/answer.ts";
import type { Call } from "../policy/call.ts";
import type { Part, Step } from "../policy/part.ts";
import type { Surroundings } from "../policy/surroundings.ts";
import { wait } from "../policy/wait.ts";
import { backoffOf, exponentialBackoff, type Backoff } from "./retry/backoff.ts";
import { retryBudget, type RetryAccount, type RetryBudget } from "./retry/budget.ts";

export interface RetryOptions {
  /** How many attempts there are at most, with the first. 3 unless said otherwise. */
  readonly attempts?: number;
  /** How long to wait between them; a number is in ms. `exponentialBackoff()` unless said otherwise. */
  readonly backoff?: Backoff | number;
  /**
   * Which failures are worth another attempt: the error, or the failed answer. Without it all are but refusals. Where it is
   * given it is asked about refusals too. Errors that are no failures of the dependency (`isFailure`) are never retried, nor is
   * a call that is not idempotent.
   */
  readonly retryIf?: (failure: unknown) => boolean;
  /**
   * How long the dependency asked to be left alone, in ms, said by the error or the failed answer. Unless given, its property
   * `retryAfter` where that is a number. A wait is never shorter.
   */
  readonly retryAfter?: (failure: unknown) => number | undefined;
  /** A dependency that wants to be left alone for longer than this, in ms, is not waited for. 60,000 unless said otherwise. */
  readonly maxRetryAfter?: number;
  /** What keeps retries from becoming a storm. `retryBudget()`, one for each policy, unless said otherwise; `false`: nothing. */
  readonly budget?: RetryBudget | false;
}

/** Why there was no further attempt, in the signal `retries-exhausted`. */
export type ExhaustionCode =
  | "attempts-used-up"
  | "retry-after-too-long"
  | "deadline-too-near"
  | "retry-budget-empty";

/**
 * Tries again what failed. The last failure goes out, an error as an error and a failed answer as an answer. No wait begins that
 * would end after the call's deadline.
 * @throws RangeError when there is not at least one attempt, or a time is negative.
 */
export function retry({
  attempts = 3,
  backoff = exponentialBackoff(),
  retryIf,
  retryAfter = retryAfterOf,
  maxRetryAfter = 60_000,
  budget,
}: RetryOptions = {}): Part {
  if (!(Number.isInteger(attempts) && attempts >= 1))
    throw new RangeError(`A retry needs a whole number of attempts, 1 or more, not ${attempts}.`);
  if (!(maxRetryAfter >= 0))
    throw new RangeError(`maxRetryAfter must be 0 ms or more, not ${maxRetryAfter}.`);
  const rules = { attempts, backoff: backoffOf(backoff), retryIf, retryAfter, maxRetryAfter };
  return {
    kind: "retry",
    around: (next, surroundings) => {
      const account = budget === false ? undefined : (budget ?? retryBudget()).on(surroundings.clock);
      return retrying(next, surroundings, { ...rules, account });
    },
  };
}

interface Rules extends Required<Omit<RetryOptions, "backoff" | "retryIf" | "budget">> {
  readonly backoff: Backoff;
  readonly retryIf: RetryOptions["retryIf"];
  readonly account: RetryAccount | undefined;
}

/** What an attempt came to, where it was not good. */
interface Failure {
  readonly kind: "error" | "answer";
  readonly value: unknown;
  readonly again: boolean;
}

function retrying(next: Step, surroundings: Surroundings, rules: Rules): Step {
  const { isFailure, isFailedAnswer, clock, random, signals, name } = surroundings;
  const { retryIf, account } = rules;

  const errorOf = (error: unknown, call: Call): Failure => {
    const usual = !isRefusal(error);
    const again = !call.givenUp && (!usual || isFailure(error)) && (retryIf?.(error) ?? usual);
    return { kind: "error", value: error, again };
  };
  const answerOf = (answer: unknown, call: Call): Failure => {
    const again = isFailedAnswer?.(answer) === true && !call.givenUp && (retryIf?.(answer) ?? true);
    return { kind: "answer", value: answer, again };
  };

  const attemptAgain = async (call: Call, attempt: number): Promise<Failure> => {
    const part = call.part(call.deadline, attempt);
    try {
      const answer = next(part);
      return isRefusal(answer) ? errorOf(answer, call) : answerOf(await answer, call);
    } catch (error) {
      return errorOf(error, call);
    } finally {
      part.close();
    }
  };

  const exhaustion = (
    attempt: number,
    delay: number,
    asked: number,
    call: Call,
  ): ExhaustionCode | undefined => {
    if (attempt > rules.attempts) return "attempts-used-up";
    if (asked > rules.maxRetryAfter) return "retry-after-too-long";
    if (call.deadline !== Infinity && clock.now() + delay >= call.deadline) return "deadline-too-near";
    return account?.withdraw() === false ? "retry-budget-empty" : undefined;
  };

  const again = async (call: Call, first: Failure): Promise<unknown> => {
    let failure = first;
    let previous = 0;
    for (let attempt = 2; failure.again; attempt += 1) {
      const asked = rules.retryAfter(failure.value) ?? 0;
      previous = Math.max(0, rules.backoff(attempt - 1, previous, random));
      const delay = Math.max(previous, asked);
      const code = exhaustion(attempt, delay, asked, call);
      if (code !== undefined) {
        signals.tell({ kind: "retries-exhausted", policy: name, key: call.key, code });
        break;
      }
      if (delay > 0) await wait(delay, call, clock);
      if (call.givenUp) throw call.reason;
      failure = await attemptAgain(call, attempt);
    }
    if (failure.kind === "error") throw failure.value;
    return failure.value;
  };

  const afterError = (error: unknown, call: Call): Promise<unknown> => {
    const failure = errorOf(error, call);
    if (!failure.again) throw error;
    return again(call, failure);
  };
  const afterAnswer = (answer: unknown, call: Call): Answer => {
    const failure = answerOf(answer, call);
    return failure.again ? again(call, failure) : answer;
  };
  /** Nobody waited for a refusal: it goes on as it came unless it is worth another attempt. */
  const afterRefusal = (answer: unknown, call: Call): Answer => {
    const failure = errorOf(answer, call);
    return failure.again ? again(call, failure) : answer;
  };

  return (call) => {
    if (call.options.idempotent === false) return next(call);
    account?.deposit();
    let answer: Answer;
    try {
      answer = next(call);
    } catch (error) {
      return afterError(error, call);
    }
    if (isPromise(answer))
      return answer.then(
        isFailedAnswer === undefined ? undefined : (value) => afterAnswer(value, call),
        (error: unknown) => afterError(error, call),
      );
    if (isRefusal(answer)) return afterRefusal(answer, call);
    return isFailedAnswer === undefined ? answer : afterAnswer(answer, call);
  };
}

function retryAfterOf(failure: unknown): number | undefined {
  if (typeof failure !== "object" || failure === null || !("retryAfter" in failure)) return undefined;
  const { retryAfter } = failure;
  // NaN, made of a header that says something else, would mean no wait at all.
  return typeof retryAfter === "number" && !Number.isNaN(retryAfter) ? retryAfter : undefined;
}
