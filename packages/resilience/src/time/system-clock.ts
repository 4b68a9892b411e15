import type { Clock, Timer } from "./clock.ts";
import { systemDelay, TimerQueue } from "./timer-queue.ts";

const queues = new Map<number, TimerQueue>();

const now = () => performance.now();

/** The time of the machine. */
export const systemClock: Clock = {
  now,
  start: (milliseconds, ring) =>
    // Timeouts are whole numbers and come again; jittered waits and what is left until a deadline are not and do not.
    Number.isInteger(milliseconds) ? queueOf(milliseconds).start(ring) : single(milliseconds, ring),
};

function queueOf(milliseconds: number): TimerQueue {
  const known = queues.get(milliseconds);
  if (known !== undefined) return known;
  const made = new TimerQueue(milliseconds, now, () => queues.delete(milliseconds));
  queues.set(milliseconds, made);
  return made;
}

/** Timers of the system may ring a little early: then it waits on. */
function single(milliseconds: number, ring: () => void): Timer {
  const at = now() + milliseconds;
  const check = () => {
    const left = at - now();
    if (left > 0) timeout = setTimeout(check, systemDelay(left));
    else ring();
  };
  let timeout = setTimeout(check, systemDelay(milliseconds));
  return { stop: () => clearTimeout(timeout) };
}
