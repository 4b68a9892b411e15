/** Which part of the last `of` outcomes was bad; it says nothing before it has seen so many. */
export class BadShare {
  readonly #bad: Uint8Array;
  #seen = 0;
  #count = 0;

  constructor(of: number) {
    if (!(Number.isInteger(of) && of > 0))
      throw new RangeError(`A share is of one outcome or more, in whole numbers, not of ${of}.`);
    this.#bad = new Uint8Array(of);
  }

  add(bad: boolean): void {
    const at = this.#seen % this.#bad.length;
    this.#count += Number(bad) - (this.#bad[at] ?? 0);
    this.#bad[at] = Number(bad);
    this.#seen += 1;
  }

  /** Between 0 and 1; undefined where too few were seen. */
  get share(): number | undefined {
    return this.#seen < this.#bad.length ? undefined : this.#count / this.#bad.length;
  }

  clear(): void {
    this.#bad.fill(0);
    this.#seen = 0;
    this.#count = 0;
  }
}
