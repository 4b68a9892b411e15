import type { Clock } from "./clock.ts";
import { systemClock } from "./system-clock.ts";

/** The time of the machine, with timers that never keep the process alive: for what goes on beside the calls. */
export const backgroundClock: Clock = {
  now: systemClock.now,
  start: (milliseconds, ring) => {
    const timeout: SystemTimeout = setTimeout(ring, Math.ceil(milliseconds));
    timeout.unref?.();
    return { stop: () => clearTimeout(timeout) };
  },
};

/** Node gives an object that can let the process end, browsers a number. */
type SystemTimeout = ReturnType<typeof setTimeout> & Partial<Pick<NodeJS.Timeout, "unref">>;
