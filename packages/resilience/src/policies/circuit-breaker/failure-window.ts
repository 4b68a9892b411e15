import type { Clock } from "../../time/clock.ts";

/** The results of one closed circuit that still count. */
export interface FailureWindow {
  succeed(clock: Clock): void;
  /** Whether the circuit opens on it. */
  fail(clock: Clock): boolean;
  /** How many failures in it still count. */
  failures(clock: Clock): number;
  /** Whether nothing in it counts any more: it is as good as a new one, and can be forgotten. */
  isEmpty(clock: Clock): boolean;
}

/** What opens a circuit. */
export interface OpeningRule {
  /** Whether a success changes a window that is empty. Where it does not, keys that only succeed take no memory. */
  readonly countsSuccesses: boolean;
  window(): FailureWindow;
}

/** @throws RangeError */
export function checkShare(share: number): void {
  if (!(share > 0 && share <= 1))
    throw new RangeError(`A share of failures must be more than 0 and at most 1, not ${share}.`);
}

/** @throws RangeError */
export function checkCount(what: string, count: number): void {
  if (!(Number.isInteger(count) && count >= 1))
    throw new RangeError(`${what} must be a whole number, 1 or more, not ${count}.`);
}
