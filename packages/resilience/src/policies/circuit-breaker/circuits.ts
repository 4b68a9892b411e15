import type { Clock } from "../../time/clock.ts";
import type { Backoff } from "../retry/backoff.ts";
import { Eras, type Era } from "./eras.ts";
import type { OpeningRule } from "./failure-window.ts";
import { KeyedStates } from "./keyed-states.ts";
import type { Closed, HalfOpen, State } from "./state.ts";

/** What a call came to, for the circuit. `nothing`: it says nothing about the dependency. */
export type Outcome = "succeeded" | "failed" | "nothing";

export type Transition = "breaker-opened" | "breaker-half-opened" | "breaker-closed";

/** What a circuit takes from the policy whose call is made. */
export interface Place {
  readonly clock: Clock;
  readonly random: () => number;
  /** Is told after the change. */
  readonly tell: (transition: Transition, key: string | undefined) => void;
}

export interface CircuitRules {
  readonly opensAfter: OpeningRule;
  readonly halfOpenAfter: Backoff;
  readonly probes: number;
  readonly maxKeys: number;
}

/** The circuits of one breaker: one for each key, and one for calls without a key. */
export class Circuits {
  readonly #rules: CircuitRules;
  readonly #eras = new Eras();
  readonly #keyed: KeyedStates;
  /** Of calls without a key. */
  #own: State | undefined;

  constructor(rules: CircuitRules) {
    this.#rules = rules;
    this.#keyed = new KeyedStates(rules.maxKeys);
  }

  /** How many keys it remembers. */
  get size(): number {
    return this.#keyed.size;
  }

  /** Undefined: closed, and there is nothing to remember. */
  get(key: string | undefined): State | undefined {
    return key === undefined ? this.#own : this.#keyed.get(key);
  }

  /** A call goes through. */
  begin(): Era {
    return this.#eras.begin();
  }

  /** A circuit that is not closed is asked to let a call through as a probe; undefined where it does not. */
  probe(state: Exclude<State, Closed>, key: string | undefined, place: Place): HalfOpen | undefined {
    switch (state.kind) {
      case "open":
        return place.clock.now() < state.until ? undefined : this.#halfOpen(key, state, place);
      case "half-open":
        if (state.probing + state.succeeded < this.#rules.probes) {
          state.probing += 1;
          return state;
        }
        // The probes gave no answer for as long as the circuit was open: without this, a hung one would keep it shut for good.
        if (place.clock.now() >= state.until) this.#open(key, state, place);
        return undefined;
    }
  }

  /** What a call came to that had gone through: as a probe, or in an era in which the circuit was closed. */
  settle(
    key: string | undefined,
    era: Era,
    probe: HalfOpen | undefined,
    outcome: Outcome,
    place: Place,
  ): void {
    this.#eras.end(era);
    if (probe !== undefined) this.#settleProbe(key, probe, outcome, place);
    else if (outcome === "succeeded") this.#succeed(key, era, place);
    else if (outcome === "failed") this.#fail(key, era, place);
  }

  /** Says nothing where the circuit has changed since the probe began. */
  #settleProbe(key: string | undefined, probe: HalfOpen, outcome: Outcome, place: Place): void {
    if (this.get(key) !== probe) return;
    probe.probing -= 1;
    if (outcome === "failed") this.#open(key, probe, place);
    else if (outcome === "succeeded") {
      probe.succeeded += 1;
      if (probe.succeeded === this.#rules.probes) this.close(key, place.tell);
    }
  }

  /** Opens it by hand: it stays open until it is closed by hand. */
  open(key: string | undefined, tell: Place["tell"]): void {
    this.#put(key, { kind: "open", until: Infinity, turn: 0, wait: 0 });
    tell("breaker-opened", key);
  }

  /** Closes it, with an empty window. Results of calls that began before it opened say nothing any more. */
  close(key: string | undefined, tell: Place["tell"]): void {
    const state = this.get(key);
    if (state === undefined) return;
    const closed = this.#closed(state.kind === "closed" ? state.since : this.#eras.next());
    if (key === undefined) this.#own = closed;
    else {
      this.#keyed.delete(key);
      if (this.#eras.hasBefore(closed.since)) this.#keyed.putQuiet(key, closed);
    }
    if (state.kind !== "closed") tell("breaker-closed", key);
  }

  #succeed(key: string | undefined, era: Era, { clock }: Place): void {
    const known = this.get(key);
    if (known === undefined) {
      if (!this.#rules.opensAfter.countsSuccesses) return;
      const closed = this.#add(key, clock);
      closed.window.succeed(clock);
      if (key !== undefined) this.#keyed.putQuiet(key, closed);
      return;
    }
    if (known.kind !== "closed" || era.number < known.since) return;
    known.window.succeed(clock);
    if (key !== undefined && this.#isForgettable(known, clock)) this.#keyed.delete(key);
  }

  #fail(key: string | undefined, era: Era, place: Place): void {
    const known = this.get(key);
    if (known !== undefined && (known.kind !== "closed" || era.number < known.since)) return;
    const closed = known ?? this.#add(key, place.clock);
    if (closed.window.fail(place.clock)) this.#open(key, undefined, place);
    else if (key !== undefined) this.#keyed.putFailing(key, closed);
  }

  /** A closed circuit for a key of which nothing was known. For every one that comes, those that are over are looked for. */
  #add(key: string | undefined, clock: Clock): Closed {
    const closed = this.#closed(0);
    if (key === undefined) this.#own = closed;
    else
      this.#keyed.sweep(
        (state) => state.window.failures(clock) > 0,
        (state) => this.#isForgettable(state, clock),
      );
    return closed;
  }

  #closed(since: number): Closed {
    return { kind: "closed", window: this.#rules.opensAfter.window(), since };
  }

  #isForgettable({ window, since }: Closed, clock: Clock): boolean {
    return window.isEmpty(clock) && !this.#eras.hasBefore(since);
  }

  #open(key: string | undefined, former: HalfOpen | undefined, { clock, random, tell }: Place): void {
    const turn = (former?.turn ?? 0) + 1;
    const wait = Math.max(0, this.#rules.halfOpenAfter(turn, former?.wait ?? 0, random));
    this.#put(key, { kind: "open", until: clock.now() + wait, turn, wait });
    tell("breaker-opened", key);
  }

  #halfOpen(
    key: string | undefined,
    { turn, wait }: { readonly turn: number; readonly wait: number },
    { clock, tell }: Place,
  ): HalfOpen {
    const state: HalfOpen = {
      kind: "half-open",
      probing: 1,
      succeeded: 0,
      until: clock.now() + wait,
      turn,
      wait,
    };
    this.#put(key, state);
    tell("breaker-half-opened", key);
    return state;
  }

  #put(key: string | undefined, state: Exclude<State, Closed>): void {
    if (key === undefined) this.#own = state;
    else this.#keyed.putTripped(key, state);
  }
}
