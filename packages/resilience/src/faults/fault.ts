import { surroundingCall } from "../ambient.ts";
import { Call, outerOf } from "../policy/call.ts";
import type { Surroundings } from "../policy/surroundings.ts";
import { signals } from "../signals/signals.ts";
import { sharedClock } from "../time/shared-clock.ts";
import type { ActiveRule } from "./active-rule.ts";
import { faultPoints } from "./fault-points.ts";
import { choose, happen, type Place } from "./happen.ts";
import type { Labels } from "./scope.ts";

export interface FaultOptions {
  /** Gives up a latency or a hang. A surrounding call of a policy does so too. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * What a fault point does when the code comes by: nothing, at once, where no rule takes it (`undefined`). Otherwise a promise
 * that resolves when the latencies are over, to the value of a `data` effect or to undefined; rejects with the error of an
 * `exception`, `status` or `hang`, marked as injected, or with the reason for which it was given up. Code that does not wait for it
 * does not feel it: a rejection that nobody looks at is dropped, so that a forgotten `await` never ends a process.
 */
export type FaultPoint = (labels?: Labels, options?: FaultOptions) => Promise<unknown> | undefined;

/** A name, and what it takes from outside where that is not the usual. */
export type FaultPointSettings = Pick<Surroundings, "name"> &
  Partial<Pick<Surroundings, "clock" | "random" | "points" | "signals">>;

const usual = { clock: sharedClock, random: Math.random, signals };

/**
 * A fault point anywhere in the code: `const altered = await fault("recommendations", { user })`. Costs next to nothing while
 * no fault is active. The label `key` is what rules of policies see as the call's key. What it resolves to comes from outside:
 * look at it before using it.
 */
export function fault(name: string, labels?: Labels, options?: FaultOptions): Promise<unknown> | undefined {
  const rules = faultPoints.at(name);
  return rules === undefined ? undefined : strike(rules, { ...usual, name }, labels, options);
}

/** A fault point with a clock, dice, rules or signals of its own, for libraries and tests. */
export function faultPoint(settings: FaultPointSettings): FaultPoint {
  const { points = faultPoints, ...given } = settings;
  const place = { ...usual, ...given };
  return (labels, options) => {
    const rules = points.at(place.name);
    return rules === undefined ? undefined : strike(rules, place, labels, options);
  };
}

function strike(
  rules: readonly ActiveRule[],
  place: Place,
  labels: Labels = {},
  { signal }: FaultOptions = {},
): Promise<unknown> | undefined {
  const key = Object.hasOwn(labels, "key") ? labels.key : undefined;
  const chosen = choose(rules, "any", labels, key, place);
  if (chosen.length === 0) return undefined;
  const around = surroundingCall();
  const options = key === undefined ? { labels } : { labels, key };
  const call = new Call(nothing, options, around?.deadline ?? Infinity, 1, outerOf(signal, around));
  const felt = outcome(chosen, call, place);
  felt.catch(nothing);
  return felt;
}

async function outcome(chosen: readonly ActiveRule[], call: Call, place: Place): Promise<unknown> {
  try {
    return (await happen(chosen, call, place))?.value;
  } finally {
    call.close();
  }
}

const nothing = () => undefined;
