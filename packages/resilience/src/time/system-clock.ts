import type { Clock, Timer } from "./clock.ts";
import { TimerQueue } from "./timer-queue.ts";

/** The longest delay a timer of the system can count, in ms (2³¹ − 1: about 24.8 days); a longer one would ring at once. */
const longest = 2_147_483_647;

const queues = new Map<number, TimerQueue>();

const now = () => performance.now();

/** The time of the machine. */
export const systemClock: Clock = {
  now,
  start: (milliseconds, ring) =>
    // Timeouts are whole numbers and come again; jittered waits and what is left until a deadline are not and do not.
    Number.isInteger(milliseconds)
      ? queueOf(Math.min(milliseconds, longest)).start(ring)
      : single(Math.min(milliseconds, longest), ring),
};

function queueOf(milliseconds: number): TimerQueue {
  const known = queues.get(milliseconds);
  if (known !== undefined) return known;
  const made = new TimerQueue(milliseconds, now, () => queues.delete(milliseconds));
  queues.set(milliseconds, made);
  return made;
}

function single(milliseconds: number, ring: () => void): Timer {
  const timeout = setTimeout(ring, Math.ceil(milliseconds));
  return { stop: () => clearTimeout(timeout) };
}
