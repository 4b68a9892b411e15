import { ActiveRule } from "../faults/active-rule.ts";
import { faultPoints, type FaultPoints } from "../faults/fault-points.ts";
import type { Labels } from "../faults/scope.ts";
import { backgroundClock } from "../time/background-clock.ts";
import type { Clock, Timer } from "../time/clock.ts";
import type { FaultFeed } from "./fault-feed.ts";
import { FlagAnswers } from "./flag-answers.ts";
import { sidecarAt } from "./sidecar.ts";

/** Which sidecar of Failure Flags is asked, and whether. */
export interface FailureFlagsSettings {
  /** Where absent, whether the variable FAILURE_FLAGS_ENABLED is `true`, `yes` or `1`. */
  readonly enabled?: boolean;
  /** The whole address. Where absent, the variable FAILURE_FLAGS_ENDPOINT, or http://localhost:5032/experiment. */
  readonly url?: string | undefined;
  /** The usual ones unless policies were given their own. */
  readonly points?: FaultPoints;
  readonly clock?: Clock;
}

/** How long nothing is asked after a question that got no answer, in ms; twice as long after every further one, up to the longest. */
const shortestPause = 1000;
const longestPause = 30_000;

/**
 * Fault points as flags of Failure Flags (Gremlin): what its sidecar says of a flag and its labels happens at the fault point of that
 * name. No call waits for the sidecar: answers are kept for a second and asked for again beside the calls, so the first call at a
 * point, and those of a point that rests for more than three seconds, find none. A sidecar that gives no answer is left alone
 * for longer and longer, and costs nothing meanwhile.
 * @throws TypeError for a `url` that is none.
 */
export function faultsFromFailureFlags(settings: FailureFlagsSettings = {}): FaultFeed {
  const { points = faultPoints, clock = backgroundClock } = settings;
  const enabled = settings.enabled ?? isEnabled(process.env["FAILURE_FLAGS_ENABLED"]);
  // Who has them switched off may leave anything in the address.
  if (!enabled) return { close: () => undefined, [Symbol.dispose]: () => undefined };
  const said = settings.url ?? process.env["FAILURE_FLAGS_ENDPOINT"] ?? "";
  const url = said === "" ? "http://localhost:5032/experiment" : said;
  if (!URL.canParse(url) || !/^https?:/i.test(url))
    throw new TypeError(`The address of a sidecar is an http or https URL, not ${url}.`);
  const flags = new Flags(new URL(url), points, clock);
  return { close: () => flags.close(), [Symbol.dispose]: () => flags.close() };
}

/** `false` and `0` switch off, as one would think, and so does whatever else is no yes. */
function isEnabled(given: string | undefined): boolean {
  return /^\s*(true|yes|1)\s*$/i.test(given ?? "");
}

class Flags {
  readonly #points: FaultPoints;
  readonly #clock: Clock;
  readonly #sidecar: ReturnType<typeof sidecarAt>;
  readonly #answers: FlagAnswers;
  #endAsking: (() => void) | undefined;
  #pause: Timer | undefined;
  #failures = 0;

  constructor(url: URL, points: FaultPoints, clock: Clock) {
    this.#points = points;
    this.#clock = clock;
    this.#sidecar = sidecarAt(url, clock);
    this.#answers = new FlagAnswers(this.#sidecar, clock, {
      answer: () => (this.#failures = 0),
      failure: () => this.#rest(),
    });
    this.#begin();
  }

  close(): void {
    this.#pause?.stop();
    this.#endAsking?.();
    this.#endAsking = undefined;
    this.#sidecar.close();
  }

  #begin(): void {
    this.#pause = undefined;
    this.#endAsking = this.#points.ask((point) => new FlagRule(point, this.#answers));
  }

  /** Until the pause is over the fault points know nothing of us: they cost what they cost without. */
  #rest(): void {
    if (this.#endAsking === undefined) return;
    this.#endAsking();
    this.#endAsking = undefined;
    this.#answers.forgetAll();
    const pause = Math.min(longestPause, shortestPause * 2 ** this.#failures);
    this.#failures += 1;
    this.#pause = this.#clock.start(pause, () => this.#begin());
  }
}

/** Stands for one call that comes by: which rule it is depends on the call's labels. */
class FlagRule extends ActiveRule {
  readonly #answers: FlagAnswers;

  constructor(point: string, answers: FlagAnswers) {
    super({ id: `failure-flags: ${point}`, point, effects: [] }, () => Infinity);
    this.#answers = answers;
  }

  override takes(labels: Labels | undefined, _key: string | undefined, random: () => number): boolean {
    const rule = this.#answers.ruleFor(this.rule.point, labels ?? {}, random);
    if (rule !== undefined) this.rule = rule;
    return rule !== undefined;
  }
}
