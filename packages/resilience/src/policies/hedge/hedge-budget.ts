/** How many hedges may be made at once after a quiet time, so that a handful of calls is hedged too. */
const most = 10;

/** Lets only a share of the calls be hedged: when everything is slow, everything would be hedged and the load would double. */
export class HedgeBudget {
  readonly #share: number;
  #saved = most;

  constructor(share: number) {
    if (!(share > 0 && share <= 1))
      throw new RangeError(`A hedge's maxShare is more than 0 and at most 1, not ${share}.`);
    this.#share = share;
  }

  earn(): void {
    this.#saved = Math.min(most, this.#saved + this.#share);
  }

  spend(): boolean {
    if (this.#saved < 1) return false;
    this.#saved -= 1;
    return true;
  }
}
