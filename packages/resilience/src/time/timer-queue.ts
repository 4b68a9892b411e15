import type { Timer } from "./clock.ts";
import { startSystemTimer, type SystemTimer } from "./system-timer.ts";

/**
 * Timers of one length. They ring in the order they were started, so one timer of the system serves all of them: starting
 * and stopping one costs a link in a list instead of some 350 ns. Most timeouts are stopped long before they would ring.
 */
export class TimerQueue {
  readonly #milliseconds: number;
  readonly #now: () => number;
  readonly #onIdle: () => void;
  #first: Entry | undefined;
  #last: Entry | undefined;
  #timer: SystemTimer | undefined;

  /** `onIdle` is called when no timer is left and the system's has rung: the queue may be forgotten. */
  constructor(milliseconds: number, now: () => number, onIdle: () => void) {
    this.#milliseconds = milliseconds;
    this.#now = now;
    this.#onIdle = onIdle;
  }

  start(ring: () => void): Timer {
    const entry = new Entry(this, this.#now() + this.#milliseconds, ring);
    const last = this.#last;
    this.#last = entry;
    if (last === undefined) this.#begin(entry);
    else {
      last.next = entry;
      entry.previous = last;
    }
    return entry;
  }

  remove(entry: Entry): void {
    if (entry.previous === undefined) this.#first = entry.next;
    else entry.previous.next = entry.next;
    if (entry.next === undefined) this.#last = entry.previous;
    else entry.next.previous = entry.previous;
    // Nobody waits: the timer of the system goes on, and is used again, but the process may end.
    if (this.#first === undefined) this.#timer?.hold(false);
  }

  #begin(entry: Entry): void {
    this.#first = entry;
    if (this.#timer === undefined) this.#arm(this.#milliseconds);
    else this.#timer.hold(true);
  }

  #arm(milliseconds: number): void {
    this.#timer = startSystemTimer(milliseconds, () => this.#ring());
  }

  /** The timer of the system may ring a little early, and always does for very long delays: who is not due waits on. */
  #ring(): void {
    this.#timer = undefined;
    const now = this.#now();
    try {
      while (this.#first !== undefined && this.#first.at <= now) {
        const due = this.#first;
        due.stop();
        due.ring();
      }
    } finally {
      // Also where one of them threw: the others still ring.
      if (this.#timer === undefined) this.#goOn();
    }
  }

  #goOn(): void {
    if (this.#first === undefined) this.#onIdle();
    else this.#arm(this.#first.at - this.#now());
  }
}

class Entry implements Timer {
  readonly at: number;
  readonly ring: () => void;
  previous: Entry | undefined;
  next: Entry | undefined;
  #queue: TimerQueue | undefined;

  constructor(queue: TimerQueue, at: number, ring: () => void) {
    this.#queue = queue;
    this.at = at;
    this.ring = ring;
  }

  stop(): void {
    this.#queue?.remove(this);
    this.#queue = undefined;
    this.previous = undefined;
    this.next = undefined;
  }
}
