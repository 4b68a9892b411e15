/** Where a policy's time comes from; tests pass their own. */
export interface Clock {
  /** Milliseconds from an arbitrary start; never goes back. */
  now(): number;
  /** Calls `ring` once, `milliseconds` from now or a little later, never earlier. Keeps the process alive until then. */
  start(milliseconds: number, ring: () => void): Timer;
}

export interface Timer {
  /** After this `ring` is not called any more. May be called twice. */
  stop(): void;
}
