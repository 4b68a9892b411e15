/** Longest delay that a timer of Node takes: 24.8 days. */
const longest = 2 ** 31 - 1;

/**
 * Rings once at a point of `performance.now()`, in milliseconds: never early, and late by about 0.1 ms where setTimeout alone is off by up
 * to 1.5 ms. The last fraction of a millisecond is waited for by passing through the event loop, which keeps serving everything else.
 *
 * Does not keep the process alive: what waits for an alarm is a connection, and that does.
 */
export class Alarm {
  #due = 0;
  #timeout: NodeJS.Timeout | undefined;
  #immediate: NodeJS.Immediate | undefined;
  readonly #ring: () => void;

  constructor(ring: () => void) {
    this.#ring = ring;
  }

  get isSet(): boolean {
    return this.#timeout !== undefined || this.#immediate !== undefined;
  }

  /** Sets it, or sets it anew. */
  at(due: number): void {
    this.cancel();
    this.#due = due;
    this.#wait();
  }

  in(milliseconds: number): void {
    this.at(performance.now() + milliseconds);
  }

  cancel(): void {
    clearTimeout(this.#timeout);
    clearImmediate(this.#immediate);
    this.#timeout = undefined;
    this.#immediate = undefined;
  }

  #wait(): void {
    const remaining = this.#due - performance.now();
    // Woken up to 1 ms early, so that the time until a busy machine gives us a processor is not on top.
    const coarse = Math.min(Math.floor(remaining), longest);
    if (coarse >= 1) this.#timeout = setTimeout(this.#check, coarse).unref();
    else this.#immediate = setImmediate(this.#check);
  }

  readonly #check = (): void => {
    this.#timeout = undefined;
    this.#immediate = undefined;
    if (performance.now() >= this.#due) this.#ring();
    else this.#wait();
  };
}
