import type { Clock } from "./clock.ts";
import { systemClock } from "./system-clock.ts";

let current: Clock = systemClock;

/** The clock of every policy that was not given its own. It is the system's until a test puts another in its place. */
export const sharedClock: Clock = {
  now: () => current.now(),
  start: (milliseconds, ring) => current.start(milliseconds, ring),
};

/** Puts a clock in place of the shared one and returns what puts the former one back. */
export function replaceSharedClock(clock: Clock): () => void {
  const former = current;
  current = clock;
  return () => {
    current = former;
  };
}
