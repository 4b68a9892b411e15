import * as fc from "fast-check";
import { expect, test } from "vitest";

import { recentSignals } from "../index.ts";
import { totalOf } from "./signal-counts.ts";
import { Signals } from "./signals.ts";

test("it counts what happened within the last while and nothing older", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 40_000 }), { maxLength: 60 }), (gaps) => {
      const signals = new Signals();
      let now = 0;
      using recent = recentSignals({ signals, within: 60_000, wallTime: () => now });
      const times: number[] = [];
      for (const gap of gaps) {
        now += gap;
        times.push(now);
        signals.tell({ kind: "timeout", policy: "reviews" });
        const counted = totalOf(recent.counted());
        // The oldest sixth is there as a whole or not at all.
        expect(counted).toBeGreaterThanOrEqual(times.filter((time) => time > now - 50_000).length);
        expect(counted).toBeLessThanOrEqual(times.filter((time) => time > now - 60_000).length);
      }
      now += 60_000;
      expect(totalOf(recent.counted())).toBe(0);
    }),
  );
});

test("a clock that is put back does not stop it", () => {
  const signals = new Signals();
  let now = 4_000_000_000_000;
  using recent = recentSignals({ signals, wallTime: () => now });
  signals.tell({ kind: "timeout", policy: "reviews" });
  now = 1_000_000_000_000;
  signals.tell({ kind: "timeout", policy: "price" });
  expect(recent.counted().series).toMatchObject([{ policy: "price", count: 1 }]);
});

test("a stopped one listens no more; times that make no sense are refused", () => {
  const signals = new Signals();
  const recent = recentSignals({ signals });
  recent.stop();
  signals.tell({ kind: "timeout", policy: "reviews" });
  expect(totalOf(recent.counted())).toBe(0);
  expect(() => recentSignals({ within: 0 })).toThrow(RangeError);
  expect(() => recentSignals({ series: 1.5 })).toThrow(RangeError);
});
