import type { Signal } from "../signals/signal.ts";

/** The states of circuits that are not closed. */
export const trippedStates = ["open", "half_open"] as const;

export type TrippedState = (typeof trippedStates)[number];

/** Which circuits are not closed, by what policies told; the oldest are forgotten where they become too many. */
export class TrippedCircuits {
  readonly #capacity: number;
  /** Every policy that a breaker told of, and its circuits by key. */
  readonly #policies = new Map<string, Map<string | undefined, TrippedState>>();
  #known = 0;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  observe({ kind, policy, key }: Signal): void {
    switch (kind) {
      case "breaker-opened":
        this.#set(policy, key, "open");
        return;
      case "breaker-half-opened":
        this.#set(policy, key, "half_open");
        return;
      case "breaker-closed":
        if (this.#policies.get(policy)?.delete(key) === true) this.#known -= 1;
        return;
      default:
        return;
    }
  }

  /** How many circuits of each policy are in each state. */
  *counts(): Iterable<{ readonly policy: string; readonly state: TrippedState; readonly count: number }> {
    for (const [policy, circuits] of this.#policies) {
      const states = [...circuits.values()];
      for (const state of trippedStates)
        yield { policy, state, count: states.filter((one) => one === state).length };
    }
  }

  #set(policy: string, key: string | undefined, state: TrippedState): void {
    let circuits = this.#policies.get(policy);
    if (circuits === undefined) this.#policies.set(policy, (circuits = new Map()));
    if (!circuits.has(key)) {
      if (this.#known >= this.#capacity) this.#forgetOne();
      this.#known += 1;
    }
    circuits.set(key, state);
  }

  #forgetOne(): void {
    for (const circuits of this.#policies.values())
      for (const key of circuits.keys()) {
        circuits.delete(key);
        this.#known -= 1;
        return;
      }
  }
}
