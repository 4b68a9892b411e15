import { createHash, randomInt } from "node:crypto";

import { uniformFloat32 } from "pure-rand/distribution/uniformFloat32";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** The dice of one toxic on one link. */
export interface Random {
  /** From 0 (included) to 1 (excluded). */
  fraction(): number;
  /** From low to high, both included. */
  integer(low: number, high: number): number;
}

/**
 * Dice that are told apart by what they are for, so that with the same seed the 5th connection of a proxy fares the same whatever happens on
 * other proxies in between.
 */
export class RandomSource {
  readonly seed: number;

  constructor(seed: number = randomInt(2 ** 31)) {
    this.seed = seed;
  }

  for(...purpose: readonly (string | number)[]): Random {
    const digest = createHash("sha256")
      .update(JSON.stringify([this.seed, ...purpose]))
      .digest();
    const generator = xoroshiro128plus(digest.readInt32LE(0));
    return {
      fraction: () => uniformFloat32(generator),
      integer: (low, high) => uniformInt(generator, low, high),
    };
  }
}
