import * as fc from "fast-check";
import { expect, test } from "vitest";

import {
  circuitBreaker,
  consecutiveFailures,
  countedFailures,
  policy,
  RefusedError,
  sampledFailures,
  Signals,
  type OpeningRule,
} from "../../index.ts";
import { fakeClock } from "../../proof/index.ts";
import { BreakerModel, type ModelOutcome, type ModelRule } from "../../testing/breaker-model.ts";

/*
 * Calls begin, are given up and settle in any order, on three circuits at once, while time passes and somebody opens and closes circuits
 * by hand. The model remembers everything, so that what the breaker forgets must make no difference.
 */

type Key = string | undefined;
type Action =
  | { readonly kind: "begin"; readonly key: Key }
  | { readonly kind: "settle"; readonly which: number; readonly outcome: ModelOutcome }
  | { readonly kind: "give-up"; readonly which: number }
  | { readonly kind: "pass"; readonly milliseconds: number }
  | { readonly kind: "open"; readonly key: Key }
  | { readonly kind: "close"; readonly key: Key };

const keys = [undefined, "east", "west"];
const key = fc.constantFrom(...keys);
const which = fc.nat({ max: 30 });

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 10, arbitrary: fc.record({ kind: fc.constant("begin"), key }) },
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant("settle"),
      which,
      outcome: fc.constantFrom<ModelOutcome>(
        "failed",
        "failed",
        "failed",
        "good",
        "good",
        "wrong",
        "refused",
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("give-up"), which }) },
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant("pass"), milliseconds: fc.constantFrom(1, 50, 100, 250) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("open"), key }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("close"), key }) },
);

const share = fc.constantFrom(0.1, 0.3, 0.5, 1);
const consecutive = fc.record({ kind: fc.constant("consecutive"), failures: fc.integer({ min: 1, max: 4 }) });
const counted = fc.integer({ min: 1, max: 40 }).chain((of) =>
  fc.record({
    kind: fc.constant("counted"),
    share,
    of: fc.constant(of),
    minimum: fc.integer({ min: 1, max: of }),
  }),
);
const sampled = fc.record({
  kind: fc.constant("sampled"),
  share,
  milliseconds: fc.constantFrom(200, 1_000),
  minimum: fc.integer({ min: 1, max: 6 }),
});

function openingRule(rule: ModelRule): OpeningRule {
  switch (rule.kind) {
    case "consecutive":
      return consecutiveFailures(rule.failures);
    case "counted":
      return countedFailures(rule);
    case "sampled":
      return sampledFailures(rule);
  }
}

/** One call of the real breaker, in the hands of the test. */
interface Running {
  readonly settle: (outcome: ModelOutcome) => void;
  readonly caller: AbortController;
  readonly index: number;
}

const wait = (turn: number) => 100 * turn;
const isFailure = (error: unknown) => !(error instanceof TypeError);

async function play(rule: ModelRule, probes: number, actions: readonly Action[]): Promise<void> {
  const clock = fakeClock();
  const signals = new Signals();
  const told: [string, Key][] = [];
  signals.subscribe((signal) => told.push([signal.kind, signal.key]));
  const breaker = circuitBreaker({ opensAfter: openingRule(rule), halfOpenAfter: wait, probes });
  const nodes = policy({ name: "nodes", clock, signals, isFailure }, breaker);
  const model = new BreakerModel(rule, probes, wait);
  const running: Running[] = [];
  let begun = 0;

  const begin = (to: Key) => {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const caller = new AbortController();
    const settle = (outcome: ModelOutcome) => {
      if (outcome === "good") resolve("good");
      else if (outcome === "wrong") reject(new TypeError("wrong"));
      else if (outcome === "failed") reject(new Error("down"));
      else reject(new RefusedError("bulkhead-full", "inner", "full"));
    };
    let made = false;
    const work = () => {
      made = true;
      return promise;
    };
    const options = to === undefined ? {} : { key: to };
    nodes.execute(work, { ...options, signal: caller.signal }).catch(() => undefined);
    expect(made).toBe(model.begin(to));
    if (made) {
      running.push({ settle, caller, index: begun });
      begun += 1;
    }
  };

  const act = async (given: Action) => {
    switch (given.kind) {
      case "begin":
        return begin(given.key);
      case "pass":
        await clock.pass(given.milliseconds);
        model.now = clock.now();
        return;
      case "open":
        breaker.open(given.key);
        model.openByHand(given.key);
        return;
      case "close":
        breaker.close(given.key);
        model.close(given.key);
        return;
      case "give-up": {
        const call = running[given.which % running.length];
        call?.caller.abort("gone");
        model.giveUp(call?.index ?? -1);
        return;
      }
      case "settle": {
        const [call] = running.splice(given.which % running.length, 1);
        call?.settle(given.outcome);
        await clock.pass(0);
        model.settle(call?.index ?? -1, given.outcome);
      }
    }
  };

  for (const given of actions) {
    await act(given);
    for (const each of keys) expect([each, breaker.state(each)]).toMatchObject([each, viewOf(model, each)]);
    expect(told).toEqual(model.told);
  }
}

function viewOf(model: BreakerModel, of: Key): object {
  const { kind, until, turn, probing, succeeded } = model.circuit(of);
  if (kind === "closed") return { kind };
  return kind === "open" ? { kind, until, turn } : { kind, probing, succeeded, turn };
}

test.each([
  ["consecutive", consecutive],
  ["counted", counted],
  ["sampled", sampled],
] as const)("a %s breaker does what its model does, whatever the order of events", async (_name, rules) => {
  await fc.assert(
    fc.asyncProperty(
      rules,
      fc.integer({ min: 1, max: 3 }),
      fc.array(action, { maxLength: 120, size: "max" }),
      play,
    ),
    { numRuns: 100 },
  );
  expect.hasAssertions();
});
