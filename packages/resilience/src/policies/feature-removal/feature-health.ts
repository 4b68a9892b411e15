import { Fifo } from "../../policy/fifo.ts";
import { BadShare } from "./bad-share.ts";

export interface FeatureHealthOptions {
  /** From how many ms on an answer counts as slow. */
  readonly slow: number;
  /** Which part of the calls may be slow or failed; from this share on the feature is removed. In (0, 1]. */
  readonly share: number;
  /** Of how many calls, the last ones. */
  readonly of: number;
  /** How long the feature is off before it is tried again, in ms. */
  readonly for: number;
  /** With how many calls it is tried; all of them must be quick and good. 3 where absent. */
  readonly trial?: number;
}

/**
 * `on`: calls are made and counted. `off`: until then no call is made. `trying`: so many calls may still be made, and so many
 * answers are still awaited.
 */
type State =
  | { readonly kind: "on" }
  | { readonly kind: "off"; readonly until: number }
  | { readonly kind: "trying"; readonly admit: number; readonly await: number };

/** A call under way. What it says counts once, and only while the state in which it was made lasts. */
export interface Visit {
  readonly since: number;
  readonly period: number;
  leave: () => void;
  counted: boolean;
}

/** Whether one feature is worth asking. Times are in ms on the policy's clock; nothing here waits. */
export class FeatureHealth {
  readonly #options: Required<FeatureHealthOptions>;
  readonly #onChange: (off: boolean) => void;
  readonly #recent: BadShare;
  /** Those under way, the oldest first: who hangs is slow long before it answers. */
  readonly #underway = new Fifo<Visit>();
  #state: State = { kind: "on" };
  #period = 0;

  constructor(options: FeatureHealthOptions, onChange: (off: boolean) => void) {
    const { slow, share, for: off, trial = 3 } = options;
    if (!(slow > 0)) throw new RangeError(`A feature is slow from more than 0 ms on, not from ${slow}.`);
    if (!(share > 0 && share <= 1))
      throw new RangeError(`The share of a feature removal is between 0 and 1, not ${share}.`);
    if (!(off > 0)) throw new RangeError(`A feature is removed for longer than 0 ms, not ${off}.`);
    if (!(Number.isInteger(trial) && trial > 0))
      throw new RangeError(`A feature is tried with one call or more, in whole numbers, not ${trial}.`);
    this.#options = { ...options, trial };
    this.#onChange = onChange;
    this.#recent = new BadShare(options.of);
  }

  /** The visit of a call that may be made, or how long to wait before it makes sense to ask again. */
  enter(now: number): Visit | number {
    this.#countOverdue(now);
    const state = this.#state;
    switch (state.kind) {
      case "on":
        return this.#visit(now);
      case "off":
        if (now < state.until) return state.until - now;
        this.#become({ kind: "trying", admit: this.#options.trial, await: this.#options.trial });
        return this.enter(now);
      case "trying":
        // All trials are under way; at the latest they are slow when so much time is over.
        if (state.admit === 0) return this.#options.slow;
        this.#state = { ...state, admit: state.admit - 1 };
        return this.#visit(now);
    }
  }

  /** The call is over: well or badly. */
  leave(visit: Visit, now: number, failed: boolean): void {
    visit.leave();
    this.#count(visit, now, failed || now - visit.since >= this.#options.slow);
  }

  /** The call was given up: it says something only if it was slow already. */
  abandon(visit: Visit, now: number): void {
    visit.leave();
    if (now - visit.since >= this.#options.slow) this.#count(visit, now, true);
    else if (this.#state.kind === "trying" && visit.period === this.#period && !visit.counted)
      this.#state = { ...this.#state, admit: this.#state.admit + 1 };
  }

  #visit(now: number): Visit {
    const visit: Visit = { since: now, period: this.#period, leave: () => undefined, counted: false };
    visit.leave = this.#underway.push(visit);
    return visit;
  }

  #countOverdue(now: number): void {
    for (
      let oldest = this.#underway.first;
      oldest !== undefined && now - oldest.since >= this.#options.slow;
      oldest = this.#underway.first
    ) {
      this.#underway.shift();
      this.#count(oldest, now, true);
    }
  }

  #count(visit: Visit, now: number, bad: boolean): void {
    if (visit.counted || visit.period !== this.#period) return;
    visit.counted = true;
    const state = this.#state;
    if (state.kind === "trying") {
      if (bad) this.#become({ kind: "off", until: now + this.#options.for });
      else if (state.await === 1) {
        this.#become({ kind: "on" });
        this.#onChange(false);
      } else this.#state = { ...state, await: state.await - 1 };
    } else if (state.kind === "on") {
      this.#recent.add(bad);
      if ((this.#recent.share ?? 0) < this.#options.share) return;
      this.#become({ kind: "off", until: now + this.#options.for });
      this.#onChange(true);
    }
  }

  #become(state: State): void {
    this.#state = state;
    this.#period += 1;
    this.#recent.clear();
  }
}
