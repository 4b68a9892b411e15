import { TimeoutError, type TimeoutCode } from "../errors.ts";
import { isPromise, type Answer } from "../policy/answer.ts";
import type { Call } from "../policy/call.ts";
import type { Part, Step } from "../policy/part.ts";
import type { Surroundings } from "../policy/surroundings.ts";

export interface TimeoutOptions {
  /**
   * `aggressive` (the default): the caller gets its error on time, whatever the work does then.
   * `cooperative`: the work is told by its signal and waited for; what it still gives is taken.
   */
  readonly mode?: "aggressive" | "cooperative";
}

/** Bounds every attempt, in ms. An attempt never gets more than is left of the call. */
export function timeout(milliseconds: number, { mode = "aggressive" }: TimeoutOptions = {}): Part {
  return bounded("timeout", "timeout", milliseconds, mode);
}

/** Bounds the whole call with all its attempts and waits, in ms. Calls made inside it inherit what is left. */
export function deadline(milliseconds: number, { mode = "aggressive" }: TimeoutOptions = {}): Part {
  return bounded("deadline", "deadline-exceeded", milliseconds, mode);
}

type Mode = NonNullable<TimeoutOptions["mode"]>;

function bounded(kind: "timeout" | "deadline", code: TimeoutCode, milliseconds: number, mode: Mode): Part {
  if (!(milliseconds > 0)) throw new RangeError(`A ${kind} must be longer than 0 ms, not ${milliseconds}.`);
  return {
    kind,
    around: (next, surroundings) => (call) => {
      const now = surroundings.clock.now();
      const left = call.deadline - now;
      if (left <= 0) return late(surroundings, call);
      return left < milliseconds
        ? attempt(next, call.part(call.deadline, call.attempt), left, "deadline-exceeded", mode, surroundings)
        : attempt(next, call.part(now + milliseconds, call.attempt), milliseconds, code, mode, surroundings);
    },
  };
}

/** The call came with a deadline that is over already: nothing is sent. */
function late({ name, signals }: Surroundings, call: Call): Answer {
  signals.tell({ kind: "timeout", policy: name, key: call.key, code: "deadline-exceeded" });
  throw new TimeoutError("deadline-exceeded", name, 0);
}

function attempt(
  next: Step,
  call: Call,
  limit: number,
  code: TimeoutCode,
  mode: Mode,
  surroundings: Surroundings,
): Answer {
  const answer = next(call);
  if (!isPromise(answer)) return answer;
  return new Promise((resolve, reject) => {
    const timer = surroundings.clock.start(limit, () => {
      const error = new TimeoutError(code, surroundings.name, limit);
      surroundings.signals.tell({ kind: "timeout", policy: surroundings.name, key: call.key, code });
      call.giveUp(error);
      if (mode === "aggressive") reject(error);
    });
    const end = () => {
      timer.stop();
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
