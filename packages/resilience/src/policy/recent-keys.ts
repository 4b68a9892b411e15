/**
 * Values by key, at most `most` of them: those least recently used are forgotten. Two generations, so that both use and
 * forgetting cost one look into a map, however many keys there are; at least the last `most / 2` keys are kept.
 */
export class RecentKeys<Value> {
  readonly #generation: number;
  #young = new Map<string | undefined, Value>();
  #old = new Map<string | undefined, Value>();

  constructor(most: number) {
    if (!(Number.isInteger(most) && most >= 2))
      throw new RangeError(`At least 2 keys must have room, in whole numbers, not ${most}.`);
    this.#generation = Math.floor(most / 2);
  }

  get size(): number {
    return this.#young.size + this.#old.size;
  }

  get(key: string | undefined): Value | undefined {
    const young = this.#young.get(key);
    if (young !== undefined || this.#old.size === 0) return young;
    const old = this.#old.get(key);
    if (old !== undefined) this.set(key, old);
    return old;
  }

  set(key: string | undefined, value: Value): void {
    if (this.#young.size >= this.#generation && !this.#young.has(key)) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, value);
    this.#old.delete(key);
  }
}
