import { report } from "./report.ts";
import type { Signal } from "./signal.ts";

/** Where policies tell what happened. Telling costs a loop over the listeners and nothing else. */
export class Signals {
  readonly #listeners = new Set<(signal: Signal) => void>();

  /** Returns what ends the subscription. A listener is called at once, on the way of the call: it must be quick. */
  subscribe(listener: (signal: Signal) => void): () => void {
    // A subscription of its own, even where the same function listens twice.
    const own = (signal: Signal) => listener(signal);
    this.#listeners.add(own);
    return () => {
      this.#listeners.delete(own);
    };
  }

  /** What a listener throws is reported as a warning of the process; it never reaches the call and never ends the service. */
  tell(signal: Signal): void {
    for (const listener of this.#listeners) {
      try {
        listener(signal);
      } catch (error) {
        report(error);
      }
    }
  }
}

/** What all policies tell to unless they are given their own. */
export const signals = new Signals();
