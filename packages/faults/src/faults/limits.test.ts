import * as fc from "fast-check";
import { expect, test } from "vitest";

import { checkDuration, countToTake, faultLimits, take, tightest, widestSelection } from "./limits.ts";
import { FaultRefused } from "./refusal.ts";

const anyLimits = fc.record(
  {
    count: fc.integer({ min: 1, max: 120 }),
    share: fc.double({ min: 0.01, max: 1, noNaN: true }),
    spare: fc.integer({ min: 0, max: 5 }),
  },
  { requiredKeys: [] },
);
const anyTake = fc.oneof(
  fc.integer({ min: 1, max: 120 }),
  fc.constant("all"),
  fc.integer({ min: 1, max: 100 }).map((percent) => `${percent}%`),
);
const anySelection = fc.integer({ min: 0, max: 120 });

/** How many would be taken, or null when it is refused. */
function taken(...parameters: Parameters<typeof countToTake>): number | null {
  try {
    return countToTake(...parameters);
  } catch (error) {
    if (error instanceof FaultRefused) return null;
    throw error;
  }
}

test("no cap is ever exceeded, whoever set it, and somebody is spared", () => {
  fc.assert(
    fc.property(anyTake, anySelection, fc.array(anyLimits, { maxLength: 4 }), (wanted, selected, all) => {
      const count = taken(wanted, selected, tightest(all));
      if (count === null) return;
      expect(count).toBeGreaterThanOrEqual(1);
      expect(selected).toBeLessThanOrEqual(widestSelection);
      for (const { count: most = Infinity, share = 1, spare = 0 } of all) {
        expect(count).toBeLessThanOrEqual(most);
        expect(count).toBeLessThanOrEqual(share * selected + 1e-6);
        expect(selected - count).toBeGreaterThanOrEqual(spare);
      }
      const said = all.some(({ spare }) => spare !== undefined);
      expect(count).toBeLessThanOrEqual(said ? selected : selected - 1);
    }),
    { numRuns: 2000 },
  );
});

test("tighter limits never let more happen", () => {
  fc.assert(
    fc.property(
      anyTake,
      anySelection,
      fc.record({
        count: fc.integer({ min: 1, max: 120 }),
        share: fc.double({ min: 0.01, max: 1, noNaN: true }),
        spare: fc.integer({ min: 0, max: 5 }),
      }),
      anyLimits,
      (wanted, selected, loose, more) => {
        const before = taken(wanted, selected, tightest([loose]));
        const after = taken(wanted, selected, tightest([loose, more]));
        expect([before, null]).toContain(after);
      },
    ),
    { numRuns: 2000 },
  );
});

test("a larger share of the same selection takes no fewer", () => {
  const open = { count: 120, share: 1, spare: 0 };
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: widestSelection }),
      fc.integer({ min: 1, max: 100 }),
      fc.integer({ min: 1, max: 100 }),
      (selected, one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        expect(taken(`${less}%`, selected, open) ?? 0).toBeLessThanOrEqual(
          taken(`${more}%`, selected, open) ?? 0,
        );
      },
    ),
  );
});

test.each([
  [1, 1, {}, "limit.last-healthy"],
  ["all", 3, {}, "limit.last-healthy"],
  [1, 0, {}, "selection.empty"],
  [4, 3, { spare: 0 }, "selection.empty"],
  [1, widestSelection + 1, {}, "selection.too-wide"],
  [11, 50, {}, "limit.blast-radius"],
  [3, 50, { count: 2 }, "limit.blast-radius"],
  [3, 4, { share: 0.5 }, "limit.blast-radius"],
] as const)("taking %s of %i with %o is refused: %s", (wanted, selected, limits, code) => {
  expect(() => countToTake(wanted, selected, tightest([limits]))).toThrow(expect.objectContaining({ code }));
});

test.each([
  [1, 1, { spare: 0 }, 1],
  ["50%", 3, {}, 1],
  ["1%", 3, {}, 1],
  ["57%", 100, { count: 100 }, 57],
  ["all", 3, { spare: 0 }, 3],
] as const)("taking %s of %i with %o takes %i", (wanted, selected, limits, count) => {
  expect(countToTake(wanted, selected, tightest([limits]))).toBe(count);
});

test("a duration has an end, and nobody can set one above a day", () => {
  const day = 24 * 60 * 60 * 1000;
  for (const duration of [0, -1, Number.NaN, Number.POSITIVE_INFINITY, day + 1])
    expect(() => checkDuration(duration, Number.POSITIVE_INFINITY)).toThrow(FaultRefused);
  expect(() => checkDuration(2001, 2000)).toThrow("MORROW_MAX_DURATION");
  checkDuration(2000, 2000);
});

test("limits and takes are read as people write them", () => {
  expect(faultLimits.parse({ share: "25%", count: 3 })).toEqual({ share: 0.25, count: 3 });
  expect(take.parse("50%")).toBe("50%");
  for (const wrong of ["0%", "101%", "some", 0, 1.5, "-1%"])
    expect(take.safeParse(wrong).success).toBe(false);
  for (const wrong of [{ share: 0 }, { share: "0%" }, { count: 0 }, { spare: -1 }, { radius: 1 }])
    expect(faultLimits.safeParse(wrong).success).toBe(false);
});
