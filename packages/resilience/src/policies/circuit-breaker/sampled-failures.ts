import type { Clock } from "../../time/clock.ts";
import { checkCount, checkShare, type FailureWindow, type OpeningRule } from "./failure-window.ts";

export interface SampledFailuresOptions {
  /** Which share of the calls must fail, in (0, 1]. */
  readonly share: number;
  /** Which time counts: the last so many ms. It moves on in tenths. */
  readonly milliseconds: number;
  /** It does not open on fewer calls than these in that time. */
  readonly minimum: number;
}

/**
 * Opens when `share` or more of the calls of the last `milliseconds` failed (a *sampling* breaker). Only a failure opens it,
 * never a success.
 * @throws RangeError
 */
export function sampledFailures({ share, milliseconds, minimum }: SampledFailuresOptions): OpeningRule {
  checkShare(share);
  checkCount("The minimum of calls", minimum);
  if (!(milliseconds > 0 && milliseconds < Infinity))
    throw new RangeError(`The time that counts must be longer than 0 ms, and end, not ${milliseconds}.`);
  const rule = { share, minimum, tenth: milliseconds / tenths };
  return { countsSuccesses: true, window: () => new SampledWindow(rule) };
}

const tenths = 10;

/** The results of one tenth of the time. */
interface Sample {
  /** Which tenth it is, counted from the clock's start. */
  readonly tenth: number;
  calls: number;
  failures: number;
}

class SampledWindow implements FailureWindow {
  readonly #rule: { readonly share: number; readonly minimum: number; readonly tenth: number };
  /** Oldest first; only tenths in which there were calls. */
  #samples: Sample[] = [];
  #calls = 0;
  #failures = 0;

  constructor(rule: { readonly share: number; readonly minimum: number; readonly tenth: number }) {
    this.#rule = rule;
  }

  succeed(clock: Clock): void {
    this.#now(clock).calls += 1;
    this.#calls += 1;
  }

  fail(clock: Clock): boolean {
    const sample = this.#now(clock);
    sample.calls += 1;
    sample.failures += 1;
    this.#calls += 1;
    this.#failures += 1;
    return this.#calls >= this.#rule.minimum && this.#failures / this.#calls >= this.#rule.share;
  }

  failures(clock: Clock): number {
    this.#forget(this.#tenth(clock));
    return this.#failures;
  }

  isEmpty(clock: Clock): boolean {
    this.#forget(this.#tenth(clock));
    return this.#calls === 0;
  }

  #tenth(clock: Clock): number {
    return Math.floor(clock.now() / this.#rule.tenth);
  }

  #now(clock: Clock): Sample {
    const tenth = this.#tenth(clock);
    const last = this.#samples.at(-1);
    if (last?.tenth === tenth) return last;
    this.#forget(tenth);
    const sample = { tenth, calls: 0, failures: 0 };
    // Most keys see one tenth and no other: an array made for one takes 130 bytes less than one that grew.
    if (this.#samples.length === 0) this.#samples = [sample];
    else this.#samples.push(sample);
    return sample;
  }

  #forget(tenth: number): void {
    for (let first = this.#samples[0]; first !== undefined; first = this.#samples[0]) {
      if (first.tenth > tenth - tenths) return;
      this.#samples.shift();
      this.#calls -= first.calls;
      this.#failures -= first.failures;
    }
  }
}
