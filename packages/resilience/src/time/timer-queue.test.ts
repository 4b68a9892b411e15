import * as fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import type { Timer } from "./clock.ts";
import { systemClock } from "./system-clock.ts";
import { TimerQueue } from "./timer-queue.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Also what a timer does when it rings: nothing, stop another, start one more, or throw. */
const ringing = fc.oneof(
  fc.constant({ kind: "nothing" } as const),
  fc.record({ kind: fc.constant("stop" as const), which: fc.nat({ max: 20 }) }),
  fc.constant({ kind: "start" } as const),
  fc.constant({ kind: "throw" } as const),
);
type Ringing = typeof ringing extends fc.Arbitrary<infer Value> ? Value : never;
const step = fc.oneof(
  fc.record({ kind: fc.constant("start" as const), ringing }),
  fc.record({ kind: fc.constant("stop" as const), which: fc.nat({ max: 20 }) }),
  fc.record({ kind: fc.constant("pass" as const), milliseconds: fc.nat({ max: 40 }) }),
);

const badly = new Error("rang badly");

/** Lets time pass, also where timers throw; returns what they threw. */
function pass(milliseconds: number): unknown[] {
  const thrown: unknown[] = [];
  for (const until = performance.now() + milliseconds; performance.now() < until;) {
    try {
      vi.advanceTimersByTime(until - performance.now());
    } catch (error) {
      thrown.push(error);
    }
  }
  return thrown;
}

test("behaves as a timer of the system for each would, in the order of starting, and never early", () => {
  const property = fc.property(
    fc.array(step, { maxLength: 60 }),
    fc.integer({ min: 1, max: 50 }),
    // How fast the clock goes beside the system's timers: where it is slower, those ring early.
    fc.double({ min: 0.9, max: 1, noNaN: true }),
    (steps, length, speed) => {
      const now = () => performance.now() * speed;
      let idle = 0;
      const queue = new TimerQueue(length, now, () => (idle += 1));
      const timers: { timer: Timer; at: number; open: boolean }[] = [];
      const rang: { which: number; at: number; open: boolean }[] = [];
      const stop = (which: number) => {
        const found = timers[which];
        if (found === undefined) return;
        found.timer.stop();
        found.open = false;
      };
      const start = (action: Ringing | undefined) => {
        const which = timers.length;
        const ring = () => {
          rang.push({ which, at: now(), open: timers[which]!.open });
          timers[which]!.open = false;
          if (action?.kind === "stop") stop(action.which);
          if (action?.kind === "start") start(undefined);
          if (action?.kind === "throw") throw badly;
        };
        timers.push({ timer: queue.start(ring), at: now() + length, open: true });
      };
      const thrown: unknown[] = [];
      for (const action of steps) {
        if (action.kind === "start") start(action.ringing);
        else if (action.kind === "stop") stop(action.which);
        else thrown.push(...pass(action.milliseconds));
        // Nobody who is due for longer than the coarseness of the system's timers still waits.
        expect(timers.every(({ at, open }) => !open || now() < at + 2)).toBe(true);
      }
      thrown.push(...pass(3 * length + 10));
      expect(thrown.every((error) => error === badly)).toBe(true);
      expect(timers.some(({ open }) => open)).toBe(false);
      expect(rang.every(({ which, at, open }) => open && at >= timers[which]!.at)).toBe(true);
      expect(rang.map(({ which }) => which)).toEqual(
        rang.map(({ which }) => which).toSorted((a, b) => a - b),
      );
      expect(vi.getTimerCount()).toBe(0);
      expect(idle > 0).toBe(timers.length > 0);
    },
  );
  fc.assert(property, { numRuns: 300 });
});

test("delays that are no whole number are not cut short, and delays beyond what the system can count are kept", () => {
  const rang: string[] = [];
  systemClock.start(10.4, () => rang.push("fraction"));
  const days = 24 * 60 * 60 * 1_000;
  systemClock.start(30 * days, () => rang.push("whole"));
  systemClock.start(30 * days + 0.5, () => rang.push("long fraction"));
  vi.advanceTimersByTime(10);
  expect(rang).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(rang).toEqual(["fraction"]);
  vi.advanceTimersByTime(29.9 * days);
  expect(rang).toHaveLength(1);
  vi.advanceTimersByTime(days);
  expect(rang.toSorted()).toEqual(["fraction", "long fraction", "whole"]);
  expect(vi.getTimerCount()).toBe(0);
});

test("a stopped timer of a length that does not come again leaves nothing", () => {
  systemClock.start(10.4, () => undefined).stop();
  expect(vi.getTimerCount()).toBe(0);
});
