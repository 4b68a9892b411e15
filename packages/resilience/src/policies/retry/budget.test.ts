import * as fc from "fast-check";
import { expect, test } from "vitest";

import { policy, retry, retryBudget, Signals, type Signal } from "../../index.ts";
import { fakeClock } from "../../proof/index.ts";

const rules = fc.record({
  share: fc.double({ min: 0, max: 1, noNaN: true }),
  perSecond: fc.double({ min: 0, max: 50, noNaN: true }),
  burst: fc.integer({ min: 1, max: 50 }),
});
/** Each a call that may want some retries, after a pause in ms. */
const calls = fc.array(
  fc.record({ pause: fc.integer({ min: 0, max: 2_000 }), retries: fc.integer({ min: 0, max: 8 }) }),
  {
    maxLength: 60,
  },
);

test("in any stretch of time there are no more retries than burst, share and rate allow", async () => {
  await fc.assert(
    fc.asyncProperty(rules, calls, async ({ share, perSecond, burst }, wanted) => {
      const clock = fakeClock();
      const account = retryBudget({ share, perSecond, burst }).on(clock);
      const made: { at: number; retries: number }[] = [];
      for (const { pause, retries } of wanted) {
        await clock.pass(pause);
        account.deposit();
        const paid = Array.from({ length: retries }, () => account.withdraw()).filter(Boolean).length;
        made.push({ at: clock.now(), retries: paid });
      }
      for (const [from, first] of made.entries()) {
        let sum = 0;
        for (const [index, { at, retries }] of made.slice(from).entries()) {
          sum += retries;
          const seconds = (at - first.at) / 1_000;
          expect(sum).toBeLessThanOrEqual(burst + share * (index + 1) + perSecond * seconds + 1e-6);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test("what it allows it also gives: ten calls earn one retry, and so does a tenth of a second", async () => {
  const clock = fakeClock();
  const account = retryBudget({ share: 0.1, perSecond: 10, burst: 1 }).on(clock);
  expect([account.withdraw(), account.withdraw()]).toEqual([true, false]);
  for (let call = 0; call < 10; call += 1) account.deposit();
  expect([account.withdraw(), account.withdraw()]).toEqual([true, false]);
  await clock.pass(100);
  expect([account.withdraw(), account.withdraw()]).toEqual([true, false]);
});

test("a shared one is used up by all policies together, and each failure then goes out at once", async () => {
  const clock = fakeClock();
  const signals = new Signals();
  const told: Signal[] = [];
  signals.subscribe((signal) => told.push(signal));
  const budget = retryBudget({ share: 0, perSecond: 0, burst: 3 });
  const around = { clock, signals };
  const [reviews, prices] = ["reviews", "prices"].map((name) =>
    policy({ ...around, name }, retry({ attempts: 3, backoff: 0, budget })),
  );
  let attempts = 0;
  const failing = () => {
    attempts += 1;
    throw new Error("down");
  };
  await expect(reviews?.execute(failing)).rejects.toThrow("down");
  await expect(prices?.execute(failing)).rejects.toThrow("down");
  await expect(reviews?.execute(failing)).rejects.toThrow("down");
  expect(attempts).toBe(3 + 2 + 1);
  expect(told.map(({ policy: name, code }) => [name, code])).toEqual([
    ["reviews", "attempts-used-up"],
    ["prices", "retry-budget-empty"],
    ["reviews", "retry-budget-empty"],
  ]);
});

test("without being told so a policy retries no more than a tenth of its calls for long", async () => {
  const clock = fakeClock();
  const reviews = policy({ name: "reviews", clock }, retry({ attempts: 3, backoff: 0 }));
  let attempts = 0;
  for (let call = 0; call < 10_000; call += 1)
    await reviews
      .execute(() => {
        attempts += 1;
        throw new Error("down");
      })
      .catch(() => undefined);
  expect(attempts).toBeLessThanOrEqual(10_000 + 1_000 + 100);
});

test("impossible ones are refused when they are made", () => {
  expect(() => retryBudget({ share: -1 })).toThrow(/share/);
  expect(() => retryBudget({ perSecond: Number.NaN })).toThrow(/perSecond/);
  expect(() => retryBudget({ burst: 0 })).toThrow(/burst/);
});
