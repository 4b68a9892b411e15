import * as fc from "fast-check";
import { expect, test } from "vitest";

import type { Signal } from "./signal.ts";
import { SignalCounts, totalOf, type SignalSeries } from "./signal-counts.ts";

const anySignal: fc.Arbitrary<Signal> = fc.record({
  kind: fc.constantFrom("timeout", "fallback-served", "breaker-opened"),
  policy: fc.constantFrom("reviews", "price", "checkout"),
  key: fc.constantFrom(undefined, "a", "b", "c", "x".repeat(201)),
  code: fc.constantFrom(undefined, "timeout", "deadline-exceeded"),
});

const nameOf = ({ kind, policy, key, code }: Signal) => JSON.stringify([kind, policy, key, code]);

test("every signal is in exactly one series or in the other, however few series there may be", () => {
  fc.assert(
    fc.property(fc.array(anySignal), fc.integer({ min: 1, max: 20 }), (told, capacity) => {
      const counts = new SignalCounts(capacity);
      const expected = new Map<string, number[]>();
      const other: number[] = [];
      for (const [now, signal] of told.entries()) {
        counts.count(signal, now);
        const name = nameOf(signal);
        if (!expected.has(name) && expected.size < capacity && (signal.key?.length ?? 0) <= 200)
          expected.set(name, []);
        (expected.get(name) ?? other).push(now);
      }
      const counted = counts.counted();
      expect(counts.total).toBe(told.length);
      expect(totalOf(counted)).toBe(told.length);
      expect(new Map(counted.series.map((series) => [nameOf(series), pick(series)]))).toEqual(
        new Map([...expected].map(([name, times]) => [name, occurrences(times)])),
      );
      expect(counted.other).toEqual(other.length === 0 ? undefined : occurrences(other));
    }),
  );
});

const occurrences = (times: number[]) => ({ count: times.length, first: times[0], last: times.at(-1) });

const pick = ({ count, first, last }: SignalSeries) => ({ count, first, last });

test("taking gives what was counted and begins anew", () => {
  const counts = new SignalCounts(1);
  counts.count({ kind: "timeout", policy: "reviews" }, 5);
  counts.count({ kind: "timeout", policy: "price" }, 6);
  expect(totalOf(counts.take())).toBe(2);
  expect(counts.counted()).toEqual({ series: [], other: undefined });
  counts.count({ kind: "timeout", policy: "price" }, 7);
  expect(counts.take().series).toMatchObject([{ policy: "price", count: 1, first: 7 }]);
});

test("what was counted does not change with what is counted then", () => {
  const counts = new SignalCounts(1);
  counts.count({ kind: "timeout", policy: "reviews" }, 5);
  const then = counts.counted();
  counts.count({ kind: "timeout", policy: "reviews" }, 6);
  expect(then.series).toMatchObject([{ count: 1, last: 5 }]);
});
