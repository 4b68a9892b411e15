import { checkCount, type FailureWindow, type OpeningRule } from "./failure-window.ts";

/**
 * Opens after so many failures with no success between them (a *consecutive* breaker).
 * @throws RangeError when it is not a whole number, 1 or more.
 */
export function consecutiveFailures(failures: number): OpeningRule {
  checkCount("The number of consecutive failures", failures);
  return { countsSuccesses: false, window: () => new ConsecutiveWindow(failures) };
}

class ConsecutiveWindow implements FailureWindow {
  readonly #limit: number;
  #failures = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  succeed(): void {
    this.#failures = 0;
  }

  fail(): boolean {
    this.#failures += 1;
    return this.#failures >= this.#limit;
  }

  failures(): number {
    return this.#failures;
  }

  isEmpty(): boolean {
    return this.#failures === 0;
  }
}
