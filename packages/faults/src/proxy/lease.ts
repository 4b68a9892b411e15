/** Longest delay that a timer of Node takes. */
const longest = 2 ** 31 - 1;

/** Ends by itself what its owner no longer renews: the dead-man's switch of a toxic or a proxy. */
export class Lease {
  #deadline = 0;
  #timer: NodeJS.Timeout | undefined;
  readonly #expired: () => void;

  constructor(expired: () => void) {
    this.#expired = expired;
  }

  /** Whole milliseconds left, or undefined when it does not expire. */
  get remaining(): number | undefined {
    return this.#timer === undefined ? undefined : Math.max(0, Math.ceil(this.#deadline - performance.now()));
  }

  /** From now on; 0 means that it does not expire. */
  renew(milliseconds: number): void {
    this.cancel();
    if (milliseconds <= 0) return;
    this.#deadline = performance.now() + milliseconds;
    this.#wait();
  }

  cancel(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #wait(): void {
    const remaining = Math.ceil(this.#deadline - performance.now());
    this.#timer = setTimeout(
      () => {
        if (this.#deadline > performance.now()) return this.#wait();
        this.#timer = undefined;
        this.#expired();
      },
      Math.min(remaining, longest),
    ).unref();
  }
}
