/** Who can give a call up from outside: its caller by a signal, the call around it, or both. */
export type Outer = AbortSignal | Surrounding;

/** A call, as far as those inside it follow it. */
export interface Surrounding {
  readonly givenUp: boolean;
  /** Undefined before it is given up. */
  readonly reason: unknown;
  /** Calls `listener` when it is given up. Returns what ends that. */
  whenGivenUp(listener: () => void): () => void;
}

export function isGivenUp(outer: Outer): boolean {
  return isSignal(outer) ? outer.aborted : outer.givenUp;
}

/** Calls `listener` when the call is given up. Returns what ends that; whoever was called ends it too. */
export function whenGivenUp(outer: Outer, listener: () => void): () => void {
  return isSignal(outer) ? whenAborted(outer, listener) : outer.whenGivenUp(listener);
}

/** Those who wait for a signal: thousands may, and what an event target does with so many is slow, since it walks all of them. */
class Waiting {
  readonly #signal: AbortSignal;
  readonly #listeners = new Set<() => void>();
  readonly #tell = () => {
    for (const listener of this.#listeners) listener();
  };

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  add(listener: () => void): () => void {
    if (this.#listeners.size === 0) this.#signal.addEventListener("abort", this.#tell);
    // A place of its own, even where the same function listens twice.
    const own = () => listener();
    this.#listeners.add(own);
    return () => {
      if (this.#listeners.delete(own) && this.#listeners.size === 0)
        this.#signal.removeEventListener("abort", this.#tell);
    };
  }
}

const waiting = new WeakMap<AbortSignal, Waiting>();

function whenAborted(signal: AbortSignal, listener: () => void): () => void {
  let known = waiting.get(signal);
  if (known === undefined) waiting.set(signal, (known = new Waiting(signal)));
  return known.add(listener);
}

function isSignal(outer: Outer): outer is AbortSignal {
  return "aborted" in outer;
}

/**
 * Either of the two. In place of `AbortSignal.any`, which in Node leaves some 180 bytes on every signal that it was given, for as
 * long as that signal lives: callers pass one that lives as long as the process.
 */
export class SignalAndCall implements Surrounding {
  readonly #signal: AbortSignal;
  readonly #call: Surrounding;

  constructor(signal: AbortSignal, call: Surrounding) {
    this.#signal = signal;
    this.#call = call;
  }

  get givenUp(): boolean {
    return this.#signal.aborted || this.#call.givenUp;
  }

  get reason(): unknown {
    return this.#signal.aborted ? this.#signal.reason : this.#call.reason;
  }

  /** Whoever is called ends it, or both may call. */
  whenGivenUp(listener: () => void): () => void {
    const ends = [whenGivenUp(this.#signal, listener), this.#call.whenGivenUp(listener)];
    return () => {
      for (const end of ends) end();
    };
  }
}
