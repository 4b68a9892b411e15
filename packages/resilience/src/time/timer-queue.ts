import type { Timer } from "./clock.ts";

/** The longest delay a timer of the system can count, in ms (2³¹ − 1: about 24.8 days); a longer one would ring at once. */
const longest = 2_147_483_647;

/** What to ask the system for, in whole ms: it rounds down. */
export function systemDelay(milliseconds: number): number {
  return Math.min(Math.ceil(milliseconds), longest);
}

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
  #timeout: SystemTimeout | undefined;

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
    if (this.#first === undefined) this.#timeout?.unref?.();
  }

  #begin(entry: Entry): void {
    this.#first = entry;
    if (this.#timeout === undefined) this.#arm(this.#milliseconds);
    else this.#timeout.ref?.();
  }

  #arm(milliseconds: number): void {
    this.#timeout = setTimeout(() => this.#ring(), systemDelay(milliseconds));
  }

  /** Timers of the system may ring a little early, and always do for delays beyond `longest`: who is not due waits on. */
  #ring(): void {
    this.#timeout = undefined;
    const now = this.#now();
    try {
      while (this.#first !== undefined && this.#first.at <= now) {
        const due = this.#first;
        due.stop();
        due.ring();
      }
    } finally {
      // Also where one of them threw: the others still ring.
      if (this.#timeout === undefined) this.#goOn();
    }
  }

  #goOn(): void {
    if (this.#first === undefined) this.#onIdle();
    else this.#arm(this.#first.at - this.#now());
  }
}

/** Node gives an object that can let the process end, browsers a number. */
type SystemTimeout = ReturnType<typeof setTimeout> & Partial<Pick<NodeJS.Timeout, "ref" | "unref">>;

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
