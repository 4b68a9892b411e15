import { RefusedError } from "../../errors.ts";
import { isPromise, isRefusal, type Answer } from "../../policy/answer.ts";
import type { Call } from "../../policy/call.ts";
import type { Part, Step } from "../../policy/part.ts";
import type { Surroundings } from "../../policy/surroundings.ts";
import { FeatureHealth, type FeatureHealthOptions, type Visit } from "./feature-health.ts";

/**
 * Removes a feature that is not critical while it is slow: when so large a share of its last calls was slow or failed, the calls
 * are refused for a while and the fallback says what stands in its place. Then it is tried again with few calls.
 * Put a fallback into the same policy.
 */
export function featureRemoval(options: FeatureHealthOptions): Part {
  return {
    kind: "feature-removal",
    around: (next, surroundings) => removable(next, options, surroundings, () => undefined),
  };
}

export function removable(
  next: Step,
  options: FeatureHealthOptions,
  surroundings: Surroundings,
  onChange: (off: boolean) => void,
): Step {
  const { clock, name, isFailure, isFailedAnswer } = surroundings;
  const health = new FeatureHealth(options, (off) => {
    tellFeature(surroundings, off);
    onChange(off);
  });
  const leave = (visit: Visit, call: Call, bad: boolean) => {
    if (call.givenUp) health.abandon(visit, clock.now());
    else health.leave(visit, clock.now(), bad);
  };
  return (call) => {
    const visit = health.enter(clock.now());
    if (typeof visit === "number") return removed(name, visit);
    let answer: Answer;
    try {
      answer = next(call);
    } catch (error) {
      leave(visit, call, isFailure(error));
      throw error;
    }
    if (!isPromise(answer)) {
      leave(visit, call, isRefusal(answer) || isFailedAnswer?.(answer) === true);
      return answer;
    }
    return answer.then(
      (value) => {
        leave(visit, call, isFailedAnswer?.(value) === true);
        return value;
      },
      (error: unknown) => {
        leave(visit, call, isFailure(error));
        throw error;
      },
    );
  };
}

export function removed(name: string, retryAfter?: number): RefusedError {
  return new RefusedError(
    "feature-removed",
    name,
    `${name} is switched off for now, so that the rest stays quick.`,
    retryAfter,
  );
}

export function tellFeature({ signals, name }: Pick<Surroundings, "signals" | "name">, off: boolean): void {
  signals.tell({ kind: off ? "feature-removed" : "feature-restored", policy: name });
}
