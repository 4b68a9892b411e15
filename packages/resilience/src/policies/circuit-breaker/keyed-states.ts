import type { Closed, HalfOpen, Open, State } from "./state.ts";

/**
 * The states of circuits that are not closed and empty, by key. At most `max` of them: then one is forgotten that never failed, or
 * else the one that failed longest ago, and an open one only when all are open.
 */
export class KeyedStates {
  readonly #max: number;
  /** Closed, no failure since they came. */
  readonly #quiet = new AgedMap<Closed>();
  /** Closed, with failures; who failed last comes last. */
  readonly #failing = new AgedMap<Closed>();
  readonly #tripped = new AgedMap<Open | HalfOpen>();

  constructor(max: number) {
    this.#max = max;
  }

  get size(): number {
    return this.#quiet.size + this.#failing.size + this.#tripped.size;
  }

  get(key: string): State | undefined {
    return this.#tripped.get(key) ?? this.#failing.get(key) ?? this.#quiet.get(key);
  }

  /** It is closed and did not fail now; where it failed before, it keeps its place. */
  putQuiet(key: string, state: Closed): void {
    if (this.#failing.has(key)) return;
    this.#tripped.delete(key);
    this.#quiet.set(key, state);
    this.#makeRoom();
  }

  /** It is closed and failed now. */
  putFailing(key: string, state: Closed): void {
    this.#quiet.delete(key);
    this.#failing.delete(key);
    this.#failing.set(key, state);
    this.#makeRoom();
  }

  putTripped(key: string, state: Open | HalfOpen): void {
    this.#quiet.delete(key);
    this.#failing.delete(key);
    if (state.kind === "open") this.#tripped.delete(key);
    this.#tripped.set(key, state);
    this.#makeRoom();
  }

  delete(key: string): void {
    if (this.#quiet.delete(key) || this.#failing.delete(key)) return;
    this.#tripped.delete(key);
  }

  /**
   * Looks at a few of the oldest and forgets those of which nothing is left to know. Called for every key that comes, it keeps
   * up: two look-ups for each addition.
   */
  sweep(hasFailures: (state: Closed) => boolean, isForgettable: (state: Closed) => boolean): void {
    for (let step = 0; step < sweepSteps; step += 1) {
      const taken = take(this.#failing, hasFailures);
      if (taken === undefined) break;
      this.#quiet.set(...taken);
    }
    for (let step = 0; step < sweepSteps; step += 1) {
      const taken = take(this.#quiet, never);
      if (taken === undefined) break;
      // Their order among themselves says nothing: those that stay make way for the next ones.
      if (!isForgettable(taken[1])) this.#quiet.set(...taken);
    }
  }

  #makeRoom(): void {
    if (this.size <= this.#max) return;
    for (const states of [this.#quiet, this.#failing, this.#tripped]) {
      const oldest = states.oldest();
      if (oldest !== undefined) {
        states.delete(oldest);
        return;
      }
    }
  }
}

const sweepSteps = 2;

const never = () => false;

/** Takes the oldest out, unless it is to stay. */
function take(states: AgedMap<Closed>, stays: (state: Closed) => boolean): [string, Closed] | undefined {
  const key = states.oldest();
  const state = key === undefined ? undefined : states.get(key);
  if (key === undefined || state === undefined || stays(state)) return undefined;
  states.delete(key);
  return [key, state];
}

/** A map that knows its oldest key without walking over the holes that deleted ones leave at its front. */
class AgedMap<Value> extends Map<string, Value> {
  /** Everything before it was deleted, but for `#oldest`. */
  #cursor = this.keys();
  #oldest: string | undefined;

  oldest(): string | undefined {
    if (this.#oldest !== undefined || this.size === 0) return this.#oldest;
    let next = this.#cursor.next();
    if (next.done === true) {
      this.#cursor = this.keys();
      next = this.#cursor.next();
    }
    this.#oldest = next.value;
    return this.#oldest;
  }

  override delete(key: string): boolean {
    if (key === this.#oldest) this.#oldest = undefined;
    return super.delete(key);
  }
}
