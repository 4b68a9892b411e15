import {
  circuitBreaker as cockatielBreaker,
  ConsecutiveBreaker,
  fallback as cockatielFallback,
  handleAll,
  retry as cockatielRetry,
  timeout as cockatielTimeout,
  TimeoutStrategy,
  wrap,
} from "cockatiel";
import Opossum from "opossum";

import {
  circuitBreaker,
  consecutiveFailures,
  fallback,
  fault,
  policy,
  retry,
  timeout,
} from "@morrow/resilience";

/** One way of making the same call. `make` is done once; what it returns is measured. */
export interface Contender {
  readonly name: string;
  readonly make: () => Promise<() => unknown> | (() => unknown);
}

const work = async () => 1;
const failing = () => Promise.reject(new Error("down"));
const hour = 3_600_000;

const breaker = () => circuitBreaker({ opensAfter: consecutiveFailures(5), halfOpenAfter: hour });
const cockatielCircuit = () =>
  cockatielBreaker(handleAll, { halfOpenAfter: hour, breaker: new ConsecutiveBreaker(5) });
const opossum = (options: Opossum.Options) =>
  new Opossum(work, { volumeThreshold: 5, resetTimeout: hour, ...options });

/** Each group is the same work in several libraries; the first of it is what the ratios are to. */
export const groups: Readonly<Record<string, readonly Contender[]>> = {
  "a circuit breaker": [
    { name: "raw await", make: () => work },
    { name: "Morrow", make: () => bound(policy("bench", breaker())) },
    { name: "cockatiel", make: () => bound(cockatielCircuit()) },
    { name: "opossum, no timeout", make: () => fired(opossum({ timeout: false })) },
  ],
  "a timeout": [
    { name: "raw await", make: () => work },
    { name: "Morrow", make: () => bound(policy("bench", timeout(1_000))) },
    { name: "cockatiel", make: () => bound(cockatielTimeout(1_000, TimeoutStrategy.Aggressive)) },
    { name: "opossum, with its breaker", make: () => fired(opossum({ timeout: 1_000 })) },
  ],
  "fallback, retry, breaker and timeout": [
    { name: "raw await", make: () => work },
    {
      name: "Morrow",
      make: () => bound(policy("bench", fallback(2), retry({ attempts: 3 }), breaker(), timeout(1_000))),
    },
    {
      name: "cockatiel",
      make: () =>
        bound(
          wrap(
            cockatielFallback(handleAll, 2),
            cockatielRetry(handleAll, { maxAttempts: 2 }),
            cockatielCircuit(),
            cockatielTimeout(1_000, TimeoutStrategy.Aggressive),
          ),
        ),
    },
    {
      name: "opossum, no retry",
      make: () => fired(withFallback(opossum({ timeout: 1_000 }))),
    },
  ],
  "an open breaker with a fallback": [
    { name: "raw await", make: () => work },
    {
      name: "Morrow",
      make: async () => {
        const opened = policy("bench", fallback(2), breaker());
        for (let n = 0; n < 5; n += 1) await opened.execute(failing);
        return bound(opened);
      },
    },
    {
      name: "cockatiel",
      make: async () => {
        const opened = wrap(cockatielFallback(handleAll, 2), cockatielCircuit());
        for (let n = 0; n < 5; n += 1) await opened.execute(failing);
        return bound(opened);
      },
    },
    {
      name: "opossum",
      make: () => {
        const opened = withFallback(opossum({ timeout: false }));
        opened.open();
        return fired(opened);
      },
    },
  ],
  "a fault point that is off": [
    { name: "raw await of nothing", make: () => () => undefined },
    { name: "await fault(…)", make: () => () => fault("bench") },
  ],
};

function bound(made: { execute: (call: typeof work) => Promise<unknown> }): () => unknown {
  return () => made.execute(work);
}

function fired(made: Opossum): () => unknown {
  return () => made.fire();
}

function withFallback(made: Opossum): Opossum {
  made.fallback(() => 2);
  return made;
}
