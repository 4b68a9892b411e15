import { surroundingCall } from "../ambient.ts";
import { ResilienceError } from "../errors.ts";
import { faultPoints } from "../faults/fault-points.ts";
import { signals } from "../signals/signals.ts";
import type { Clock } from "../time/clock.ts";
import { sharedClock } from "../time/shared-clock.ts";
import { isPromise, isRefusal, type Answer } from "./answer.ts";
import { Call, outerOf, type CallContext, type CallOptions } from "./call.ts";
import { order, type Part, type Step } from "./part.ts";
import { perform } from "./perform.ts";
import type { Surroundings } from "./surroundings.ts";

/** A policy's name, and what it takes from outside where that is not the usual. */
export type PolicySettings = Partial<Surroundings> & Pick<Surroundings, "name">;

/** How one dependency is called: its patterns, in their fixed order, and the fault point that tests them in place. */
export class Policy<Extra = never> {
  readonly name: string;
  /** What deadlines of its calls are told on. */
  readonly clock: Clock;
  readonly #surroundings: Surroundings;
  readonly #parts: readonly Part<unknown>[];
  readonly #outermost: Step;

  constructor(surroundings: Surroundings, parts: readonly Part<unknown>[]) {
    this.name = surroundings.name;
    this.clock = surroundings.clock;
    this.#surroundings = surroundings;
    this.#parts = parts;
    this.#outermost = compose({ ...surroundings, isFailure: isFailureBy(surroundings.isFailure) }, parts);
  }

  /**
   * Does the work under this policy. Rejects with what the work rejected with, or with a `ResilienceError`.
   * With a fallback, what that gives instead. A call that is given up before it begins is not made: it rejects with the reason.
   */
  execute<T>(
    work: (context: CallContext) => PromiseLike<T> | T,
    options: CallOptions = none,
  ): Promise<T | Extra> {
    const around = surroundingCall();
    const deadline = Math.min(options.deadline ?? Infinity, around?.deadline ?? Infinity);
    const call = new Call(work, options, deadline, 1, outerOf(options.signal, around));
    if (call.givenUp) return Promise.reject(call.reason);
    let answer: Answer;
    try {
      answer = this.#outermost(call);
    } catch (error) {
      answer = Promise.reject(error);
    }
    if (isRefusal(answer)) answer = Promise.reject(answer);
    const promise = isPromise(answer) ? answer : Promise.resolve(answer);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every step hands on the work's answer, or the fallback's
    return (call.canBeGivenUp ? closing(promise, call) : promise) as Promise<T | Extra>;
  }

  /**
   * Whether a part may give the answer of one call to another, later.
   * @internal
   */
  get keepsAnswers(): boolean {
    return this.#parts.some(({ keepsAnswers }) => keepsAnswers === true);
  }

  /** The same patterns anew, their circuits closed and their budgets full, with other surroundings: another clock, other dice. */
  within(surroundings: Partial<Surroundings>): Policy<Extra> {
    return new Policy(completed(surroundings, this.#surroundings), this.#parts);
  }
}

const none: CallOptions = {};

/** What a policy says itself (too late, refused) always is a failure: `isFailure` is about the dependency's errors and need not know ours. */
function isFailureBy(isFailure: Surroundings["isFailure"]): Surroundings["isFailure"] {
  return (error) => error instanceof ResilienceError || isFailure(error);
}

async function closing(answer: Promise<unknown>, call: Call): Promise<unknown> {
  try {
    return await answer;
  } finally {
    call.close();
  }
}

function compose(surroundings: Surroundings, parts: readonly Part<unknown>[]): Step {
  const stranger = parts.findIndex((part) => !isPart(part));
  if (stranger >= 0)
    throw new TypeError(
      `What the policy ${surroundings.name} is made of must be parts, as \`timeout(200)\` is; number ${stranger + 1} is none.`,
    );
  const kinds = parts.map((part) => part.kind);
  const twice = kinds.find((kind, index) => kinds.indexOf(kind) !== index);
  if (twice !== undefined)
    throw new TypeError(
      `The policy ${surroundings.name} has two parts of the kind ${twice}; it can have one.`,
    );
  const inwards = parts.toSorted((left, right) => order.indexOf(left.kind) - order.indexOf(right.kind));
  return inwards.reduceRight<Step>((next, part) => part.around(next, surroundings), perform(surroundings));
}

/**
 * Makes a policy. Parts may come in any order; they act in the order of `order`.
 * @throws TypeError when it has no name, two parts are of one kind, or something is no part.
 */
export function policy<const Parts extends readonly Part<unknown>[]>(
  settings: PolicySettings | string,
  ...parts: Parts
): Policy<ExtraOf<Parts[number]>> {
  const given = typeof settings === "string" ? { name: settings } : settings;
  // Its fault point, its signals and its errors are called by it.
  if (typeof given?.name !== "string" || given.name === "")
    throw new TypeError('A policy needs a name: policy("reviews", timeout(200)).');
  return new Policy<ExtraOf<Parts[number]>>(completed(given, { ...usual, name: given.name }), parts);
}

/** `{ clock: undefined }` is as good as nothing: without `exactOptionalPropertyTypes` the compiler lets it pass. */
function completed(given: Partial<Surroundings>, otherwise: Surroundings): Surroundings {
  return {
    name: given.name ?? otherwise.name,
    clock: given.clock ?? otherwise.clock,
    random: given.random ?? otherwise.random,
    points: given.points ?? otherwise.points,
    signals: given.signals ?? otherwise.signals,
    isFailure: given.isFailure ?? otherwise.isFailure,
    isTrial: given.isTrial ?? otherwise.isTrial ?? false,
    isFailedAnswer: "isFailedAnswer" in given ? given.isFailedAnswer : otherwise.isFailedAnswer,
  };
}

function isPart(part: Part<unknown> | undefined): boolean {
  return typeof part?.around === "function";
}

type ExtraOf<P> = P extends Part<infer Extra> ? Extra : never;

const usual: Omit<Surroundings, "name"> = {
  clock: sharedClock,
  random: Math.random,
  points: faultPoints,
  signals,
  isFailure: () => true,
  isFailedAnswer: undefined,
};
