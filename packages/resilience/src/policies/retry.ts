import { RefusedError } from "../errors.ts";
import { isPromise } from "../policy/answer.ts";
import type { Call } from "../policy/call.ts";
import type { Part, Step } from "../policy/part.ts";
import { wait } from "../policy/wait.ts";
import type { Clock } from "../time/clock.ts";

export function retry({ attempts, delay = 0 }: { attempts: number; delay?: number }): Part {
  return {
    kind: "retry",
    around:
      (next, { clock }) =>
      (call) => {
        let answer;
        try {
          answer = next(call);
        } catch (error) {
          if (error instanceof RefusedError || call.options.idempotent === false) throw error;
          return again(next, call, error, attempts, delay, clock);
        }
        if (!isPromise(answer) || call.options.idempotent === false) return answer;
        return answer.then(undefined, (error: unknown) => again(next, call, error, attempts, delay, clock));
      },
  };
}

async function again(
  next: Step,
  call: Call,
  error: unknown,
  attempts: number,
  delay: number,
  clock: Clock,
): Promise<unknown> {
  let last = error;
  for (let attempt = 2; attempt <= attempts; attempt += 1) {
    if (last instanceof RefusedError) break;
    if (delay > 0) await wait(delay, call, clock);
    const part = call.part(call.deadline, attempt);
    try {
      return await next(part);
    } catch (failure) {
      last = failure;
    } finally {
      part.close();
    }
  }
  throw last;
}
