import { RefusedError } from "../errors.ts";
import { isPromise, isRefusal, type Answer } from "../policy/answer.ts";
import type { Call } from "../policy/call.ts";
import type { Part, Step } from "../policy/part.ts";
import type { Surroundings } from "../policy/surroundings.ts";
import type { Clock } from "../time/clock.ts";
import { Circuits, type Outcome, type Place } from "./circuit-breaker/circuits.ts";
import { consecutiveFailures } from "./circuit-breaker/consecutive-failures.ts";
import { checkCount, type OpeningRule } from "./circuit-breaker/failure-window.ts";
import type { Closed, HalfOpen, State } from "./circuit-breaker/state.ts";
import { backoffOf, type Backoff } from "./retry/backoff.ts";

export interface CircuitBreakerOptions {
  /** What opens a circuit. `consecutiveFailures(5)` unless said otherwise; a number is one of consecutive failures. */
  readonly opensAfter?: OpeningRule | number;
  /**
   * How long it stays open before a call is let through as a probe, in ms; or a backoff, so that it stays open longer each time its probes
   * fail. 10,000 unless said otherwise.
   */
  readonly halfOpenAfter?: Backoff | number;
  /** How many probes there are at a time, and how many must succeed for it to close. 1 unless said otherwise. */
  readonly probes?: number;
  /** How many keys are remembered at most that failed lately or are open. 10,000 unless said otherwise. */
  readonly maxKeys?: number;
}

/** What is known about one circuit. Times are in ms, on the policy's clock. */
export type CircuitState =
  | { readonly kind: "closed" }
  /** After `until` the next call is a probe; Infinity: it was opened by hand. `turn`: how many times it opened since it was closed. */
  | { readonly kind: "open"; readonly until: number; readonly turn: number }
  | {
      readonly kind: "half-open";
      readonly probing: number;
      readonly succeeded: number;
      readonly turn: number;
    };

/**
 * A breaker as a part of a policy. What it says and does by hand is about the policy it was given to; where the same part is given
 * to another, that one has circuits of its own.
 */
export interface CircuitBreaker extends Part {
  /** The circuit of a key, or of the calls that have none. */
  state(key?: string): CircuitState;
  /** Opens it by hand. It stays open until `close`. */
  open(key?: string): void;
  /** Closes it by hand, and forgets its failures. */
  close(key?: string): void;
  /** How many keys take memory: those that failed lately or are open. */
  readonly keys: number;
}

/**
 * Stops calling what fails, for a while, and tries it with a few probes before it calls again. Refuses with a `RefusedError` of the
 * code `circuit-open`. Each `key` of a call has its own circuit.
 * Only failures count: the policy's `isFailure` and `isFailedAnswer` say which. Nothing is learned from refusals further inside,
 * from calls that their caller gave up, and from those whose deadline passed.
 * @throws RangeError when it could never open, or never close.
 */
export function circuitBreaker({
  opensAfter = 5,
  halfOpenAfter = 10_000,
  probes = 1,
  maxKeys = 10_000,
}: CircuitBreakerOptions = {}): CircuitBreaker {
  checkCount("The number of probes", probes);
  checkCount("maxKeys", maxKeys);
  const rules = {
    opensAfter: typeof opensAfter === "number" ? consecutiveFailures(opensAfter) : opensAfter,
    halfOpenAfter: backoffOf(halfOpenAfter),
    probes,
    maxKeys,
  };
  const circuits = new Circuits(rules);
  let first: Place | undefined;
  const tell: Place["tell"] = (transition, key) => first?.tell(transition, key);
  return {
    kind: "circuit-breaker",
    around: (next, surroundings) => {
      const place = placeOf(surroundings);
      const own = first === undefined ? circuits : new Circuits(rules);
      first ??= place;
      return guarded(next, surroundings, own, place);
    },
    state: (key) => viewOf(circuits.get(key)),
    open: (key) => circuits.open(key, tell),
    close: (key) => circuits.close(key, tell),
    get keys() {
      return circuits.size;
    },
  };
}

function placeOf({ clock, random, signals, name }: Surroundings): Place {
  return { clock, random, tell: (kind, key) => signals.tell({ kind, policy: name, key }) };
}

function guarded(next: Step, surroundings: Surroundings, circuits: Circuits, place: Place): Step {
  const { isFailure, isFailedAnswer, clock } = surroundings;

  const ofError = (error: unknown, call: Call, probe: HalfOpen | undefined): Outcome => {
    if (isRefusal(error) || call.givenUp || isOutOfTime(call, clock)) return "nothing";
    if (isFailure(error)) return "failed";
    // The dependency answered, and that is all a probe asks. Otherwise such errors are not counted at all.
    return probe === undefined ? "nothing" : "succeeded";
  };
  const ofAnswer = (answer: unknown): Outcome => (isFailedAnswer?.(answer) === true ? "failed" : "succeeded");

  const through = (call: Call, probe: HalfOpen | undefined): Answer => {
    const { key } = call;
    const era = circuits.begin();
    const settle =
      probe === undefined
        ? (outcome: Outcome) => circuits.settle(key, era, undefined, outcome, place)
        : probing(call, (outcome) => circuits.settle(key, era, probe, outcome, place));
    // Also where `isFailure` or `isFailedAnswer` throws the call is over, and the place of a probe free again.
    const answered = (value: unknown): unknown => {
      let outcome: Outcome = "nothing";
      try {
        outcome = ofAnswer(value);
      } finally {
        settle(outcome);
      }
      return value;
    };
    const failed = (error: unknown): never => {
      let outcome: Outcome = "nothing";
      try {
        outcome = ofError(error, call, probe);
      } finally {
        settle(outcome);
      }
      throw error;
    };
    let answer: Answer;
    try {
      answer = next(call);
    } catch (error) {
      return failed(error);
    }
    if (isPromise(answer)) return answer.then(answered, failed);
    if (!isRefusal(answer)) return answered(answer);
    settle("nothing");
    return answer;
  };

  return (call) => {
    const state = circuits.get(call.key);
    if (state === undefined || state.kind === "closed") return through(call, undefined);
    const probe = circuits.probe(state, call.key, place);
    return probe === undefined ? refusal(state, call.key, surroundings) : through(call, probe);
  };
}

/** A probe that is given up makes room for another at once, whether or not its work ever ends. */
function probing(call: Call, settle: (outcome: Outcome) => void): (outcome: Outcome) => void {
  let settled = false;
  const once = (outcome: Outcome) => {
    if (settled) return;
    settled = true;
    unfollow();
    settle(outcome);
  };
  const unfollow = call.whenGivenUp(() => once("nothing"));
  return once;
}

/** The caller's time is over, which says nothing about the dependency: it may have got a millisecond of it. */
function isOutOfTime({ deadline }: Call, clock: Clock): boolean {
  // Timers of the system may ring up to a millisecond early.
  return deadline !== Infinity && clock.now() + 1 >= deadline;
}

function refusal(
  state: Exclude<State, Closed>,
  key: string | undefined,
  { name, clock }: Surroundings,
): RefusedError {
  const what = key === undefined ? name : `${name} (${key})`;
  if (state.kind === "half-open")
    return new RefusedError("circuit-open", name, `${what} is being tried out and not called otherwise.`);
  if (state.until === Infinity)
    return new RefusedError("circuit-open", name, `${what} is not called: its circuit was opened by hand.`);
  const retryAfter = Math.max(0, state.until - clock.now());
  return new RefusedError(
    "circuit-open",
    name,
    `${what} is not called for now: it failed too often.`,
    retryAfter,
  );
}

function viewOf(state: State | undefined): CircuitState {
  switch (state?.kind) {
    case undefined:
    case "closed":
      return { kind: "closed" };
    case "open":
      return { kind: "open", until: state.until, turn: state.turn };
    case "half-open":
      return { kind: "half-open", probing: state.probing, succeeded: state.succeeded, turn: state.turn };
  }
}
