import * as fc from "fast-check";
import { expect, test } from "vitest";

import { FeatureHealth, type FeatureHealthOptions, type Visit } from "./feature-health.ts";

const usual: FeatureHealthOptions = { slow: 100, share: 0.5, of: 4, for: 1_000, trial: 2 };

function health(options: Partial<FeatureHealthOptions> = {}) {
  const changes: boolean[] = [];
  return { feature: new FeatureHealth({ ...usual, ...options }, (off) => changes.push(off)), changes };
}

/** A call that is let in and over at once, counted as it took so long. */
function call(feature: FeatureHealth, now: number, failed: boolean): boolean {
  const visit = feature.enter(now);
  if (typeof visit === "number") return false;
  feature.leave(visit, now, failed);
  return true;
}

test("calls that hang count as slow before they answer, and once", () => {
  const { feature, changes } = health();
  const hanging = [0, 0, 0, 0].map((now) => feature.enter(now) as Visit);
  expect(feature.enter(99)).toBeTypeOf("object");
  expect(feature.enter(100)).toBe(1_000);
  for (const visit of hanging) feature.leave(visit, 150, false);
  expect(changes).toEqual([true]);
});

test("answers to calls that were made before a change say nothing about what came after", () => {
  const { feature, changes } = health();
  const early = feature.enter(0) as Visit;
  for (let count = 0; count < 4; count += 1) call(feature, 0, true);
  expect(call(feature, 1_000, false)).toBe(true);
  feature.leave(early, 1_001, true);
  expect(call(feature, 1_002, false)).toBe(true);
  expect(changes).toEqual([true, false]);
});

test("it is tried with so many calls and no more, and one bad answer ends the trial", () => {
  const { feature, changes } = health();
  for (let count = 0; count < 4; count += 1) call(feature, 0, true);
  const [first, second] = [feature.enter(1_000) as Visit, feature.enter(1_000) as Visit];
  expect(feature.enter(1_000)).toBe(100);
  feature.leave(first, 1_050, false);
  feature.leave(second, 1_050, true);
  expect(feature.enter(1_050)).toBe(1_000);
  expect(changes).toEqual([true]);
});

test("a trial that its caller gave up is made again; one that hangs ends the trial", () => {
  const { feature, changes } = health({ trial: 1 });
  for (let count = 0; count < 4; count += 1) call(feature, 0, true);
  feature.abandon(feature.enter(1_000) as Visit, 1_010);
  expect(feature.enter(1_010)).toBeTypeOf("object");
  expect(feature.enter(1_109)).toBe(100);
  expect(feature.enter(1_110)).toBe(1_000);
  expect(changes).toEqual([true]);
});

test("a call that was given up counts only if it was slow already", () => {
  const { feature, changes } = health({ of: 1 });
  feature.abandon(feature.enter(0) as Visit, 99);
  expect(changes).toEqual([]);
  feature.abandon(feature.enter(0) as Visit, 100);
  expect(changes).toEqual([true]);
});

test("one call after the other: off exactly when the share of the last calls is reached, on again after good trials", () => {
  const plan = fc.array(fc.record({ takes: fc.nat({ max: 150 }), failed: fc.boolean() }), { maxLength: 200 });
  const sizes = [
    fc.integer({ min: 1, max: 8 }),
    fc.integer({ min: 1, max: 100 }),
    fc.integer({ min: 1, max: 3 }),
  ] as const;
  fc.assert(
    fc.property(plan, ...sizes, (calls, of, percent, trial) => {
      const { feature, changes } = health({ of, share: percent / 100, trial });
      let now = 0;
      let offUntil: number | undefined;
      let outcomes: boolean[] = [];
      const expected: boolean[] = [];
      for (const { takes, failed } of calls) {
        const visit = feature.enter(now);
        expect(typeof visit === "number").toBe(offUntil !== undefined && now < offUntil);
        now += takes;
        if (typeof visit === "number") continue;
        feature.leave(visit, now, failed);
        outcomes.push(failed || takes >= 100);
        if (offUntil === undefined) {
          const recent = outcomes.slice(-of);
          if (recent.length < of || recent.filter(Boolean).length / of < percent / 100) continue;
          expected.push(true);
        } else if (outcomes.at(-1) === false) {
          if (outcomes.length < trial) continue;
          expected.push(false);
          outcomes = [];
          offUntil = undefined;
          continue;
        }
        outcomes = [];
        offUntil = now + 1_000;
      }
      expect(changes).toEqual(expected);
    }),
  );
});

test("impossible options are refused", () => {
  for (const options of [{ slow: 0 }, { share: 0 }, { share: 1.1 }, { of: 0 }, { for: 0 }, { trial: 0 }])
    expect(() => health(options)).toThrow(RangeError);
});
