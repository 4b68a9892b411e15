/** How many durations are remembered. */
const remembered = 256;
/** How many must have been seen before the percentile says anything. */
const least = 32;
/** After how many new ones it is computed anew: sorting 256 numbers for every call would cost more than the call. */
const every = 32;

/** A percentile of the durations seen last, in ms. */
export class Percentile {
  readonly #rank: number;
  readonly #durations = new Float64Array(remembered);
  #seen = 0;
  #value: number | undefined;

  /** `rank` between 0 and 1: 0.95 is what 95 of 100 do not exceed. */
  constructor(rank: number) {
    if (!(rank > 0 && rank < 1)) throw new RangeError(`A percentile is between 0 and 1, not ${rank}.`);
    this.#rank = rank;
  }

  /** Undefined before enough durations were seen. */
  get value(): number | undefined {
    return this.#value;
  }

  add(milliseconds: number): void {
    this.#durations[this.#seen % remembered] = milliseconds;
    this.#seen += 1;
    if (this.#seen < least || this.#seen % every !== 0) return;
    const sorted = this.#durations.subarray(0, Math.min(this.#seen, remembered)).toSorted();
    this.#value = sorted[Math.ceil(this.#rank * sorted.length) - 1];
  }
}
