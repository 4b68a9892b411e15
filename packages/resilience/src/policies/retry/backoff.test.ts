import * as fc from "fast-check";
import { expect, test } from "vitest";

import { constantBackoff, exponentialBackoff, linearBackoff, type Backoff } from "../../index.ts";

/** The waits of so many turns, each dice thrown in turn. */
function waits(backoff: Backoff, dice: readonly number[]): number[] {
  const given: number[] = [];
  for (const [index, die] of dice.entries()) given.push(backoff(index + 1, given.at(-1) ?? 0, () => die));
  return given;
}

const dice = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
  minLength: 1,
  maxLength: 80,
});
const limits = fc
  .tuple(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 0, max: 100_000 }))
  .map(([initial, more]) => ({ initial, max: initial + more }));
const factor = fc.double({ min: 1, max: 10, noNaN: true });

test("exponential waits stay within the bounds of their jitter, however many turns there are", () => {
  fc.assert(
    fc.property(dice, limits, factor, (thrown, { initial, max }, growth) => {
      const options = { initial, max, factor: growth };
      const whole = waits(exponentialBackoff({ ...options, jitter: "none" }), thrown);
      const full = waits(exponentialBackoff({ ...options, jitter: "full" }), thrown);
      const equal = waits(exponentialBackoff({ ...options, jitter: "equal" }), thrown);
      for (const [index, wait] of whole.entries()) {
        expect(wait).toBe(Math.min(max, initial * growth ** index));
        expect(full[index]).toBeCloseTo(wait * (thrown[index] ?? 0));
        expect(equal[index]).toBeGreaterThanOrEqual(wait / 2);
        expect(equal[index]).toBeLessThanOrEqual(wait);
      }
    }),
  );
});

test("decorrelated waits lie between the initial one and three times the previous one, and never above the max", () => {
  fc.assert(
    fc.property(dice, limits, (thrown, { initial, max }) => {
      const given = waits(exponentialBackoff({ initial, max, jitter: "decorrelated" }), thrown);
      for (const [index, wait] of given.entries()) {
        expect(wait).toBeGreaterThanOrEqual(initial);
        expect(wait).toBeLessThanOrEqual(Math.min(max, 3 * Math.max(initial, given[index - 1] ?? 0)));
      }
    }),
  );
});

test("linear waits grow by the same amount, constant ones do not grow", () => {
  expect(waits(linearBackoff({ initial: 100, max: 250, jitter: "none" }), [0, 0, 0])).toEqual([
    100, 200, 250,
  ]);
  expect(waits(linearBackoff({ initial: 100 }), [0.5, 0.5])).toEqual([50, 100]);
  expect(waits(constantBackoff(100), [0.5, 0.5])).toEqual([100, 100]);
  expect(waits(constantBackoff(100, { jitter: "equal" }), [0, 0.5])).toEqual([50, 75]);
});

test("impossible ones are refused when they are made", () => {
  expect(() => exponentialBackoff({ initial: 0 })).toThrow(/more than 0 ms/);
  expect(() => exponentialBackoff({ initial: 100, max: 50 })).toThrow(/must not be less/);
  expect(() => exponentialBackoff({ factor: 0.5 })).toThrow(/factor must be 1 or more/);
  expect(() => linearBackoff({ initial: Number.NaN })).toThrow(RangeError);
  expect(() => constantBackoff(-1)).toThrow(/0 ms or more/);
});
