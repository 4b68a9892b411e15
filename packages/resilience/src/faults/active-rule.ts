import { Dice } from "./dice.ts";
import type { FaultRule } from "./rule.ts";
import { matches, type Labels } from "./scope.ts";

/** A rule in force, and what it remembers while its source gives it again and again: its dice, and the calls it took. */
export class ActiveRule {
  rule: FaultRule;
  /** How much is left of its lease, in ms; Infinity without one. */
  readonly left: () => number;
  #dice: Dice | undefined;
  #injected = 0;
  #withdrawn = false;
  readonly #waiting = new Set<() => void>();

  constructor(rule: FaultRule, left: () => number) {
    this.rule = rule;
    this.left = left;
  }

  /** How many calls it was injected into. */
  get injected(): number {
    return this.#injected;
  }

  /** How many calls wait in it now. */
  get waiting(): number {
    return this.#waiting.size;
  }

  get inForce(): boolean {
    return !this.#withdrawn && this.left() > 0;
  }

  /** Whether it is meant for this call. Saying yes counts, and throws the dice: ask once a call. */
  takes(labels: Labels | undefined, key: string | undefined, random: () => number): boolean {
    const { first = Infinity, share = 1 } = this.rule;
    if (!this.inForce || this.#injected >= first || !matches(this.rule, labels, key)) return false;
    if (share < 1 && this.#draw(random) >= share) return false;
    this.#injected += 1;
    return true;
  }

  /** Its source gave it again, perhaps changed. Its count goes on; so do its dice unless the seed is another. */
  update(rule: FaultRule): void {
    if (rule.seed !== this.rule.seed) this.#dice = undefined;
    this.rule = rule;
  }

  /** Its source took it back: calls that it holds go on. */
  withdraw(): void {
    this.#withdrawn = true;
    this.wake();
  }

  /** Lets calls that it holds see that it is in force for a shorter time than it was. */
  wake(): void {
    for (const listener of this.#waiting) listener();
  }

  /** Calls `listener` when the rule is taken back, or its lease ends earlier than it did. Returns what ends that. */
  onChange(listener: () => void): () => void {
    this.#waiting.add(listener);
    return () => this.#waiting.delete(listener);
  }

  #draw(random: () => number): number {
    if (this.rule.seed === undefined) return random();
    this.#dice ??= new Dice(this.rule.seed);
    return this.#dice.next();
  }
}
