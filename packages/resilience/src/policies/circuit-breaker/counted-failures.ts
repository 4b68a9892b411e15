import { checkCount, checkShare, type FailureWindow, type OpeningRule } from "./failure-window.ts";

export interface CountedFailuresOptions {
  /** Which share of the calls must fail, in (0, 1]. */
  readonly share: number;
  /** How many of the last calls count. */
  readonly of: number;
  /** It does not open on fewer calls than these. `of` unless said otherwise. */
  readonly minimum?: number;
}

/**
 * Opens when `share` or more of the last `of` calls failed (a *count* breaker). Only a failure opens it, never a success.
 * @throws RangeError
 */
export function countedFailures({ share, of, minimum = of }: CountedFailuresOptions): OpeningRule {
  checkShare(share);
  checkCount("The number of calls that count", of);
  checkCount("The minimum of calls", minimum);
  if (minimum > of)
    throw new RangeError(`The minimum of ${minimum} calls is never reached: only ${of} count.`);
  const rule = { share, of, minimum };
  return { countsSuccesses: true, window: () => new CountedWindow(rule) };
}

/** A ring of bits, a 1 for each failure; there are none while there is no failure, which is nearly always. */
class CountedWindow implements FailureWindow {
  readonly #rule: Required<CountedFailuresOptions>;
  #calls = 0;
  #failures = 0;
  #position = 0;
  #bits: number[] | undefined;

  constructor(rule: Required<CountedFailuresOptions>) {
    this.#rule = rule;
  }

  succeed(): void {
    this.#forgetOldest();
    this.#advance();
  }

  fail(): boolean {
    this.#forgetOldest();
    // 32 results in a whole number: an eighth of the memory of an array of them, and less than a typed array for short rings.
    this.#bits ??= Array.from({ length: Math.ceil(this.#rule.of / 32) }, () => 0);
    const word = this.#position >>> 5;
    this.#bits[word] = (this.#bits[word] ?? 0) | (1 << (this.#position & 31));
    this.#failures += 1;
    this.#advance();
    return this.#calls >= this.#rule.minimum && this.#failures / this.#calls >= this.#rule.share;
  }

  failures(): number {
    return this.#failures;
  }

  isEmpty(): boolean {
    return this.#calls === 0;
  }

  /** Makes the place at `#position` free for the next result. */
  #forgetOldest(): void {
    if (this.#bits === undefined || this.#calls < this.#rule.of) return;
    const word = this.#position >>> 5;
    const bit = 1 << (this.#position & 31);
    const bits = this.#bits[word] ?? 0;
    if ((bits & bit) === 0) return;
    this.#failures -= 1;
    if (this.#failures === 0) this.#bits = undefined;
    else this.#bits[word] = bits & ~bit;
  }

  #advance(): void {
    if (this.#calls < this.#rule.of) this.#calls += 1;
    this.#position = (this.#position + 1) % this.#rule.of;
  }
}
