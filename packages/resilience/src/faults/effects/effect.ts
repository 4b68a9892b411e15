import type { Call } from "../../policy/call.ts";
import type { Clock } from "../../time/clock.ts";
import type { ActiveRule } from "../active-rule.ts";
import type { Effect, EffectOf } from "../rule.ts";

/** The call that an effect happens to. */
export interface Occasion {
  /** The name of the fault point. */
  readonly point: string;
  readonly active: ActiveRule;
  readonly call: Call;
  readonly clock: Clock;
  readonly random: () => number;
}

/** The answer that stands in the place of the dependency's own. */
export interface Replacement {
  readonly value: unknown;
}

/** Nothing: the call goes on. A replacement: it is over. A promise of these where the effect takes time. */
export type Outcome = Replacement | undefined | Promise<Replacement | undefined>;

/**
 * An effect ends a call with an error by throwing it, marked as injected (`injected.ts`). One that takes time ends as soon as
 * the call is given up or its rule is out of force (`pause.ts`), and leaves nothing behind.
 */
export type Happening<Kind extends Effect["kind"]> = (effect: EffectOf<Kind>, occasion: Occasion) => Outcome;
