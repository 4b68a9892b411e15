import { isPromise, type Answer } from "../../policy/answer.ts";
import type { Call } from "../../policy/call.ts";
import type { Part, Step } from "../../policy/part.ts";
import type { Surroundings } from "../../policy/surroundings.ts";
import { startInContext } from "../../time/start-in-context.ts";
import { HedgeBudget } from "./hedge-budget.ts";
import { Percentile } from "./percentile.ts";
import { Race } from "./race.ts";

export interface HedgeOptions {
  /**
   * After how many ms without an answer another copy is started. Or after how long most answers are there: the `percentile`
   * (0.95 for the slowest twentieth) of the good answers seen last, and `initial` ms until enough were seen.
   */
  readonly after: number | { readonly percentile: number; readonly initial: number };
  /** How many copies there are at most, the first one included. 2 where absent. */
  readonly copies?: number;
  /** The share of calls that may be hedged, on average over time. In (0, 1]; 0.1 where absent. */
  readonly maxShare?: number;
}

/** A copy with less than this part of `after` left would come too late anyway: most answers take much less than `after`. */
const worthwhile = 1 / 4;

/**
 * Starts another copy of a call that has not answered for some time, and takes the first good answer. For calls that may be made
 * more than once; those that say `idempotent: false` are made once. The work sees as `attempt` the attempt its copy belongs to.
 */
export function hedge({ after, copies = 2, maxShare = 0.1 }: HedgeOptions): Part {
  const initial = typeof after === "number" ? after : after.initial;
  if (!(initial > 0)) throw new RangeError(`A hedge comes after more than 0 ms, not ${initial}.`);
  if (!(Number.isInteger(copies) && copies >= 2))
    throw new RangeError(`A hedged call has 2 copies or more, in whole numbers, not ${copies}.`);
  return {
    kind: "hedge",
    around: (next, surroundings) => {
      const hedges = new HedgeBudget(maxShare);
      const answered = typeof after === "number" ? undefined : new Percentile(after.percentile);
      return (call) => {
        if (call.options.idempotent === false) return next(call);
        hedges.earn();
        return hedged(
          next,
          call,
          { delay: answered?.value ?? initial, copies, hedges, answered },
          surroundings,
        );
      };
    },
  };
}

interface Hedging {
  readonly delay: number;
  readonly copies: number;
  readonly hedges: HedgeBudget;
  readonly answered: Percentile | undefined;
}

function hedged(next: Step, call: Call, hedging: Hedging, surroundings: Surroundings): Answer {
  const { clock } = surroundings;
  const { delay, copies, hedges, answered } = hedging;
  const started = clock.now();
  const first = call.part(call.deadline, call.attempt);
  const answer = next(first);
  // What comes at once, good or bad, needs no hedge.
  if (!isPromise(answer)) {
    first.close();
    return answer;
  }
  const enough = (now: number) => call.deadline - now > delay * worthwhile;
  return new Promise((resolve, reject) => {
    const onGood = answered && (() => answered.add(clock.now() - started));
    const race = new Race(surroundings, { resolve, reject, onGood, onEnd: () => end() });
    race.run(first, answer);
    const another = () => {
      timer = undefined;
      if (!enough(clock.now()) || !hedges.spend()) return;
      const copy = call.part(call.deadline, call.attempt);
      race.start(copy, next);
      if (!race.over && race.copies < copies) timer = startInContext(clock, delay, another);
    };
    let timer = enough(started + delay) ? startInContext(clock, delay, another) : undefined;
    const stop = () => {
      timer?.stop();
      timer = undefined;
    };
    const unfollow = timer !== undefined && call.canBeGivenUp ? call.whenGivenUp(stop) : undefined;
    const end = () => {
      stop();
      unfollow?.();
    };
  });
}
