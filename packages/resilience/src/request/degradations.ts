import type { AsyncLocalStorage } from "node:async_hooks";

import { makeStorage } from "../ambient.ts";
import type { Signal } from "../signals/signal.ts";
import { signals, type Signals } from "../signals/signals.ts";

/** Something that was not given as it should be: a stand-in for it was, or it was left out since its feature is switched off. */
export interface Degradation {
  /** The name of the policy or the feature. */
  readonly name: string;
  readonly by: "fallback" | "removal";
}

const storage: AsyncLocalStorage<Degradations> | undefined = makeStorage<Degradations>();

const listenedTo = new WeakSet<Signals>();

/** What was degraded in the work that it ran, however deep: which fallbacks were served, and which of them for a removed feature. */
export class Degradations {
  /** Most work degrades nothing. */
  #found: Map<string, Degradation> | undefined;

  /** Policies with signals of their own are heard only where these are given. */
  constructor(from: Signals = signals) {
    if (storage === undefined || listenedTo.has(from)) return;
    listenedTo.add(from);
    from.subscribe(note);
  }

  /** Notes what is degraded in the work, and in what it begins. Outside Node nothing is noted. */
  run<T>(work: () => T): T {
    return storage === undefined ? work() : storage.run(this, work);
  }

  add(degradation: Degradation): void {
    this.#found ??= new Map();
    this.#found.set(degradation.name, degradation);
  }

  /** So far, each name once, in the order of its first time. */
  get list(): readonly Degradation[] {
    return this.#found === undefined ? [] : [...this.#found.values()];
  }
}

/** Signals are told on the way of the call that they are about, so what surrounds them is what the call was made for. */
function note(signal: Signal): void {
  const degradation = degradationOf(signal);
  if (degradation !== undefined) storage?.getStore()?.add(degradation);
}

function degradationOf({ kind, policy: name, code }: Signal): Degradation | undefined {
  // That a feature was switched off while this work was done says nothing about what this work got.
  if (kind !== "fallback-served") return undefined;
  return { name, by: code === "feature-removed" ? "removal" : "fallback" };
}
