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

/**
 * Those who wait for a signal: thousands may, and what an event target does with so many is slow, since it walks all of them.
 * Each listens with a function of its own.
 */
class Waiting {
  readonly #signal: AbortSignal;
  /** Most signals bound one call. */
  #first: (() => void) | undefined;
  #others: Set<() => void> | undefined;
  readonly #tell = () => {
    this.#first?.();
    for (const listener of this.#others ?? []) listener();
  };

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  get #isEmpty(): boolean {
    return this.#first === undefined && (this.#others === undefined || this.#others.size === 0);
  }

  add(listener: () => void): () => void {
    if (this.#isEmpty) this.#signal.addEventListener("abort", this.#tell);
    if (this.#first === undefined) this.#first = listener;
    else (this.#others ??= new Set()).add(listener);
    return () => {
      if (this.#first === listener) this.#first = undefined;
      else if (this.#others?.delete(listener) !== true) return;
      if (this.#isEmpty) this.#signal.removeEventListener("abort", this.#tell);
    };
  }
}

/** On the signal itself: a `WeakMap` costs 1.8 µs for each new signal, more than the rest of a call. */
const waiting = Symbol("waiting");

function whenAborted(signal: AbortSignal & { [waiting]?: Waiting }, listener: () => void): () => void {
  return (signal[waiting] ??= new Waiting(signal)).add(listener);
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
