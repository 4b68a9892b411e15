import { spread } from "./hash.ts";

/** Dice that fall the same again with the same seed: xorshift with 32 bits (Marsaglia, 2003, triple 13, 17, 5). */
export class Dice {
  #state: number;

  constructor(seed: number) {
    // Neighbouring seeds must not begin with neighbouring throws, and 0 is the one state that never leaves itself.
    this.#state = spread(seed ^ 0x9e3779b9) || 1;
  }

  /** A number in [0, 1). */
  next(): number {
    let state = this.#state;
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    this.#state = state;
    return (state >>> 0) / 2 ** 32;
  }
}
