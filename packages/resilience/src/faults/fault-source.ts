import type { Clock } from "../time/clock.ts";
import { ActiveRule } from "./active-rule.ts";
import { checkRules } from "./check-rules.ts";
import type { FaultRule } from "./rule.ts";

export interface LeaseOptions {
  /** How long the rules are in force unless they are given again or renewed, in ms. Without it, until they are taken back. */
  readonly lease?: number;
}

/**
 * Somebody who says which faults are to happen: code, the environment, a file, a controller. Each has its own rules and
 * replaces all of them at once; nobody touches another's.
 */
export class FaultSource {
  readonly name: string;
  readonly #clock: Clock;
  readonly #changed: () => void;
  readonly #left = () => (this.#until === Infinity ? Infinity : this.#until - this.#clock.now());
  #rules: readonly ActiveRule[] = [];
  #until = Infinity;

  constructor(name: string, clock: Clock, changed: () => void) {
    this.name = name;
    this.#clock = clock;
    this.#changed = changed;
  }

  /** When the lease ends, on the clock of the points; Infinity without one. */
  get until(): number {
    return this.#until;
  }

  /** What is in force. */
  get rules(): readonly ActiveRule[] {
    return this.#left() > 0 ? this.#rules : [];
  }

  /**
   * From now on these are the rules of this source. A rule with an id that was there goes on: it counts further towards
   * `first`, its dice go on, calls that wait in it wait on. Calls that wait in a rule that is gone are let go.
   * @throws RangeError, TypeError when a rule cannot be; then nothing is changed.
   */
  replace(rules: readonly FaultRule[], { lease = Infinity }: LeaseOptions = {}): void {
    checkRules(rules);
    checkLease(lease);
    const former = new Map(this.#rules.map((active) => [active.rule.id, active]));
    this.#extend(lease);
    this.#rules = rules.map((rule) => {
      const known = former.get(rule.id);
      if (known === undefined) return new ActiveRule(rule, this.#left);
      former.delete(rule.id);
      known.update(rule);
      return known;
    });
    this.#changed();
    for (const gone of former.values()) gone.withdraw();
  }

  /** Gives the rules more time, in ms from now. Returns false when they have ended already: then they must be given again. */
  renew(lease: number): boolean {
    checkLease(lease);
    if (this.#left() <= 0) return false;
    this.#extend(lease);
    this.#changed();
    return true;
  }

  /** Takes all rules back. */
  clear(): void {
    this.replace([]);
  }

  #extend(lease: number): void {
    const former = this.#until;
    this.#until = this.#clock.now() + lease;
    if (this.#until < former) for (const active of this.#rules) active.wake();
  }
}

function checkLease(lease: number): void {
  if (!(lease > 0)) throw new RangeError(`A lease must be longer than 0 ms, not ${lease}.`);
}
