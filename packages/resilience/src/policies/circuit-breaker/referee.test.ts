import * as cockatiel from "cockatiel";
import * as fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import {
  circuitBreaker,
  consecutiveFailures,
  countedFailures,
  policy,
  sampledFailures,
  type OpeningRule,
} from "../../index.ts";
import { fakeClock } from "../../proof/index.ts";

/*
 * cockatiel 4.0.0 as a referee: on the same outcomes at the same times both breakers must be in the same state after every call.
 * They differ, on purpose, in four things, which the comparison steps around:
 * - cockatiel opens when more than the threshold failed, ours when the share is reached: the referee gets a threshold a little lower.
 * - cockatiel makes calls wait that come while its probes are under way, ours refuses them: here calls come one by one.
 * - cockatiel's sampling breaker moves on by one window at a time however long nothing happened, and so counts older calls after a
 *   pause; ours forgets by time: here every window sees a call.
 * - cockatiel's count and sampling breakers put the probe that closed the circuit into the new window, ours begin with an empty one:
 *   here they are compared until a circuit closes again.
 */

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

const halfOpenAfter = 1_000;

interface Step {
  readonly succeeds: boolean;
  /** How many ms pass before it. */
  readonly pause: number;
}

/** The states of both after each call, cockatiel's first. */
async function play(
  steps: readonly Step[],
  referee: cockatiel.IBreaker,
  opensAfter: OpeningRule,
  probes: number,
): Promise<[string, string][]> {
  vi.setSystemTime(0);
  const clock = fakeClock();
  const breaker = circuitBreaker({ opensAfter, halfOpenAfter, probes });
  const ours = policy({ name: "reviews", clock }, breaker);
  const theirs = cockatiel.circuitBreaker(cockatiel.handleAll, {
    halfOpenAfter,
    breaker: referee,
    halfOpenSampling: { calls: probes, threshold: 1e-9 },
  });
  const states: [string, string][] = [];
  for (const { succeeds, pause } of steps) {
    await clock.pass(pause);
    vi.setSystemTime(clock.now());
    const work = () => (succeeds ? Promise.resolve("good") : Promise.reject(new Error("down")));
    await Promise.allSettled([ours.execute(work), theirs.execute(work)]);
    states.push([names[theirs.state], breaker.state().kind]);
  }
  return states;
}

const names = {
  [cockatiel.CircuitState.Closed]: "closed",
  [cockatiel.CircuitState.Open]: "open",
  [cockatiel.CircuitState.HalfOpen]: "half-open",
  [cockatiel.CircuitState.Isolated]: "isolated",
};

const ofReferee = (states: readonly (readonly [string, string])[]) => states.map(([theirs]) => theirs);
const ofOurs = (states: readonly (readonly [string, string])[]) => states.map(([, ours]) => ours);

function untilItClosesAgain(states: readonly [string, string][]): readonly [string, string][] {
  const opened = states.findIndex(([theirs, ours]) => theirs !== "closed" && ours !== "closed");
  const closed = states.findIndex(
    ([theirs, ours], index) => index > opened && theirs === "closed" && ours === "closed",
  );
  return opened === -1 || closed === -1 ? states : states.slice(0, closed + 1);
}

const probes = fc.integer({ min: 1, max: 3 });
const steps = fc.array(
  fc.record({ succeeds: fc.boolean(), pause: fc.constantFrom(0, 0, 0, 0, 100, 999, 1_000, 2_500) }),
  { maxLength: 60 },
);

test("a consecutive breaker opens, half-opens and closes on the same outcomes", async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.integer({ min: 1, max: 6 }), probes, async (given, failures, count) => {
      const referee = new cockatiel.ConsecutiveBreaker(failures);
      const states = await play(given, referee, consecutiveFailures(failures), count);
      expect(ofOurs(states)).toEqual(ofReferee(states));
    }),
    { numRuns: 300 },
  );
});

const share = fc.constantFrom(0.1, 0.25, 0.5, 0.75);
const lower = 1e-9;

test("a count breaker opens, half-opens and closes on the same outcomes", async () => {
  const size = fc
    .integer({ min: 1, max: 40 })
    .chain((of) => fc.record({ of: fc.constant(of), minimum: fc.integer({ min: 1, max: of }), share }));
  await fc.assert(
    fc.asyncProperty(steps, size, async (given, rule) => {
      const referee = new cockatiel.CountBreaker({
        size: rule.of,
        threshold: rule.share - lower,
        minimumNumberOfCalls: rule.minimum,
      });
      const states = untilItClosesAgain(await play(given, referee, countedFailures(rule), 1));
      expect(ofOurs(states)).toEqual(ofReferee(states));
    }),
    { numRuns: 300 },
  );
});

test("a sampling breaker opens on the same outcomes", async () => {
  // Ten windows of a second in both, each beginning with a call on the second.
  const seconds = fc.array(fc.array(fc.boolean(), { minLength: 1, maxLength: 6 }), { maxLength: 25 });
  const rule = fc.record({ share, minimum: fc.integer({ min: 1, max: 30 }) });
  await fc.assert(
    fc.asyncProperty(seconds, rule, async (outcomes, { share: threshold, minimum }) => {
      const given = outcomes.flatMap((calls, second) =>
        calls.map((succeeds, index) => ({ succeeds, pause: index === 0 && second > 0 ? 1_000 : 0 })),
      );
      const referee = new cockatiel.SamplingBreaker({
        threshold: threshold - lower,
        duration: 10_000,
        // Calls are whole: half a call less keeps its arithmetic from asking for one more than the minimum.
        minimumRps: (minimum - 0.5) / 10,
      });
      const states = await play(
        given,
        referee,
        sampledFailures({ share: threshold, milliseconds: 10_000, minimum }),
        1,
      );
      const compared = untilItClosesAgain(states);
      expect(ofOurs(compared)).toEqual(ofReferee(compared));
    }),
    { numRuns: 300 },
  );
});
