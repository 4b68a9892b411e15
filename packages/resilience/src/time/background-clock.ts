import type { Clock } from "./clock.ts";
import { systemClock } from "./system-clock.ts";
import { startSystemTimer } from "./system-timer.ts";

/** The time of the machine, with timers that never keep the process alive: for what goes on beside the calls. */
export const backgroundClock: Clock = {
  now: systemClock.now,
  start: (milliseconds, ring) => {
    const timer = startSystemTimer(milliseconds, ring);
    timer.hold(false);
    return timer;
  },
};
