import type { FaultPoints } from "../faults/fault-points.ts";
import type { Signals } from "../signals/signals.ts";
import type { Clock } from "../time/clock.ts";

/** What a policy takes from outside. */
export interface Surroundings {
  /** The name of the policy, and of its fault point. */
  readonly name: string;
  readonly clock: Clock;
  /** A number in [0, 1), as `Math.random`. */
  readonly random: () => number;
  readonly points: FaultPoints;
  readonly signals: Signals;
  /** Whether an error is a failure of the dependency. Others pass through: they are not retried, counted or covered up. A `ResilienceError` always is one; it is not asked about these. */
  readonly isFailure: (error: unknown) => boolean;
  /** Whether it is made to be tried out: then what its parts would share with other policies, as a feature group, is left alone. */
  readonly isTrial?: boolean;
  /** Whether an answer is a failure of the dependency, as a status 503 is. */
  readonly isFailedAnswer: ((answer: unknown) => boolean) | undefined;
}
