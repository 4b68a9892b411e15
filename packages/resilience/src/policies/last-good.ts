import type { Part } from "../policy/part.ts";
import { RecentKeys } from "../policy/recent-keys.ts";
import { covering, nothing, type StandIn } from "./covering.ts";

export interface LastGoodOptions<Extra> {
  /** An answer older than this, in ms, is not served any more. Without it age does not matter. */
  readonly maxAge?: number;
  /** How many keys have an answer kept, at most; those used least recently go first. 1000 where absent. */
  readonly maxKeys?: number;
  /** What is answered where no good answer is kept; without it the failure goes out. */
  readonly else?: Extra;
}

interface Kept {
  readonly answer: unknown;
  readonly since: number;
}

/**
 * Answers what the dependency answered last, for the call's key, when everything inside failed, was refused or was too late.
 * Last is what arrived last, and its age counts from then: a call that overtook another is followed by the other's answer.
 * Calls without a key share one answer: where answers differ by person, the key must say whose it is.
 * The answer is kept as it is, not copied: callers that change it change what is served later, and what can be read only once, as
 * a `Response`, must be read inside the policy.
 */
export function lastGood<Extra = never>(options: LastGoodOptions<Extra> = {}): Part<Extra> {
  const { maxAge = Infinity, maxKeys = 1_000 } = options;
  if (!(maxAge > 0))
    throw new RangeError(`The last good answer's maxAge must be longer than 0 ms, not ${maxAge}.`);
  const otherwise = "else" in options ? options.else : nothing;
  return {
    kind: "fallback",
    keepsAnswers: true,
    around: (next, surroundings) => {
      const { clock } = surroundings;
      const kept = new RecentKeys<Kept>(maxKeys);
      const standIn: StandIn = {
        good: (answer, { key }) => kept.set(key, { answer, since: clock.now() }),
        give: (_error, { key }) => {
          const last = kept.get(key);
          return last !== undefined && clock.now() - last.since <= maxAge ? last.answer : otherwise;
        },
      };
      return covering(next, standIn, surroundings);
    },
  };
}
