import type { Clock, Timer } from "./clock.ts";
import { startSystemTimer } from "./system-timer.ts";
import { TimerQueue } from "./timer-queue.ts";

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

/** The timer of the system may ring a little early: then it waits on. */
function single(milliseconds: number, ring: () => void): Timer {
  const at = now() + milliseconds;
  const check = () => {
    const left = at - now();
    if (left > 0) timer = startSystemTimer(left, check);
    else ring();
  };
  let timer = startSystemTimer(milliseconds, check);
  return { stop: () => timer.stop() };
}
