/** The calls that began between two closings of circuits. */
export interface Era {
  readonly number: number;
  underWay: number;
}

/**
 * Tells calls that began before a circuit closed again from those after. A key whose circuit is closed and empty takes no
 * memory, so there is nothing a late result could be compared with; but as long as no call is under way from before the closing, there
 * can be no late result either.
 */
export class Eras {
  #current: Era = { number: 0, underWay: 0 };
  /** Those with calls under way, and the current one; oldest first. */
  readonly #alive = new Set([this.#current]);

  /** A call begins; it belongs to the era given back. */
  begin(): Era {
    this.#current.underWay += 1;
    return this.#current;
  }

  end(era: Era): void {
    era.underWay -= 1;
    if (era.underWay === 0 && era !== this.#current) this.#alive.delete(era);
  }

  /** A circuit closes: gives back the first era whose calls it counts. */
  next(): number {
    if (this.#current.underWay > 0) {
      this.#current = { number: this.#current.number + 1, underWay: 0 };
      this.#alive.add(this.#current);
    }
    return this.#current.number;
  }

  /** Whether calls from before that era are under way. */
  hasBefore(number: number): boolean {
    const oldest = this.#alive.values().next();
    return oldest.done !== true && oldest.value.number < number;
  }
}
