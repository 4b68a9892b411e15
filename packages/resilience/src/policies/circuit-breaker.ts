import { RefusedError } from "../errors.ts";
import { isPromise } from "../policy/answer.ts";
import type { Part } from "../policy/part.ts";

export function circuitBreaker({
  failures,
  halfOpenAfter,
}: {
  failures: number;
  halfOpenAfter: number;
}): Part {
  return {
    kind: "circuit-breaker",
    around: (next, { clock, name }) => {
      let failed = 0;
      let openUntil = 0;
      const fail = (error: unknown): never => {
        failed += 1;
        if (failed >= failures) openUntil = clock.now() + halfOpenAfter;
        throw error;
      };
      const succeed = (value: unknown) => {
        failed = 0;
        return value;
      };
      return (call) => {
        if (failed >= failures) {
          const now = clock.now();
          if (now < openUntil)
            return new RefusedError(
              "circuit-open",
              name,
              `${name} is not called for now: it failed too often.`,
              openUntil - now,
            );
        }
        let answer;
        try {
          answer = next(call);
        } catch (error) {
          return fail(error);
        }
        return isPromise(answer) ? answer.then(succeed, fail) : succeed(answer);
      };
    },
  };
}
