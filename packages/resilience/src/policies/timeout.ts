import { TimeoutError, type TimeoutCode } from "../errors.ts";
import { isPromise, type Answer } from "../policy/answer.ts";
import type { Call } from "../policy/call.ts";
import type { Part, Step } from "../policy/part.ts";
import type { Surroundings } from "../policy/surroundings.ts";
import { startInContext } from "../time/start-in-context.ts";

export interface TimeoutOptions {
  /**
   * `aggressive` (the default): the caller gets its error on time, whatever the work does then; and whoever gives the call up
   * need not wait for the work either. What the work still answers is dropped.
   * `cooperative`: the work is told by its signal and waited for, however long it takes; what it still gives is taken.
   */
  readonly mode?: "aggressive" | "cooperative";
}

/** Bounds every attempt, in ms. An attempt never gets more than is left of the call. */
export function timeout(milliseconds: number, { mode = "aggressive" }: TimeoutOptions = {}): Part {
  return bounded("timeout", "timeout", milliseconds, mode);
}

/** Bounds the whole call with all its attempts and waits, in ms: so long from its beginning is its deadline. Calls made inside it inherit what is left. */
export function totalTimeout(milliseconds: number, { mode = "aggressive" }: TimeoutOptions = {}): Part {
  return bounded("total-timeout", "deadline-exceeded", milliseconds, mode);
}

type Mode = NonNullable<TimeoutOptions["mode"]>;

function bounded(
  kind: "timeout" | "total-timeout",
  code: TimeoutCode,
  milliseconds: number,
  mode: Mode,
): Part {
  if (!(milliseconds > 0 && Number.isFinite(milliseconds)))
    throw new RangeError(
      `A ${kind.replace("-", " ")} is longer than 0 ms and not endless, not ${milliseconds}.`,
    );
  return {
    kind,
    around: (next, surroundings) => (call) => {
      const now = surroundings.clock.now();
      const left = call.deadline - now;
      if (left <= 0) return late(surroundings, call);
      return left < milliseconds
        ? attempt(
            next,
            call,
            { until: call.deadline, limit: left, code: "deadline-exceeded", mode },
            surroundings,
          )
        : attempt(next, call, { until: now + milliseconds, limit: milliseconds, code, mode }, surroundings);
    },
  };
}

/** The call came with a deadline that is over already: nothing is sent. */
function late({ name, signals }: Surroundings, call: Call): Answer {
  signals.tell({ kind: "timeout", policy: name, key: call.key, code: "deadline-exceeded" });
  throw new TimeoutError("deadline-exceeded", name, 0);
}

interface Bound {
  /** When the time is up, on the policy's clock. */
  readonly until: number;
  /** How long that is from now, in ms. */
  readonly limit: number;
  readonly code: TimeoutCode;
  readonly mode: Mode;
}

function attempt(
  next: Step,
  outer: Call,
  { until, limit, code, mode }: Bound,
  surroundings: Surroundings,
): Answer {
  const call = outer.part(until, outer.attempt);
  const answer = next(call);
  // What came at once was not late, however long the processor was busy with it.
  if (!isPromise(answer)) return answer;
  return new Promise((resolve, reject) => {
    const timer = startInContext(surroundings.clock, limit, () => {
      const error = new TimeoutError(code, surroundings.name, limit);
      surroundings.signals.tell({ kind: "timeout", policy: surroundings.name, key: call.key, code });
      call.giveUp(error);
      unfollow?.();
      if (mode === "aggressive") reject(error);
    });
    const leave = () => {
      timer.stop();
      if (mode === "aggressive") reject(outer.reason);
    };
    const unfollow = outer.canBeGivenUp ? outer.whenGivenUp(leave) : undefined;
    const end = () => {
      timer.stop();
      unfollow?.();
      call.close();
    };
    answer.then(
      (value) => {
        end();
        resolve(value);
      },
      (error: unknown) => {
        end();
        // Cooperative work mostly rejects with its signal's reason, or an AbortError that wraps it: the reason is what happened.
        reject(call.givenUp ? call.reason : error);
      },
    );
  });
}
