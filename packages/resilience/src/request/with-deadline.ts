import { surroundingCall, within } from "../ambient.ts";
import { TimeoutError } from "../errors.ts";
import { Call, outerOf, type CallContext } from "../policy/call.ts";
import type { Clock } from "../time/clock.ts";
import { sharedClock } from "../time/shared-clock.ts";

/** What bounds work from outside. */
export interface DeadlineOptions {
  /** How long the work has from now, in ms; Infinity for no limit. The moment when that is over is its deadline. */
  readonly timeout: number;
  /** Gives the work up before its time is over. */
  readonly signal?: AbortSignal | undefined;
  /** The clock of the policies inside; the usual one unless given. */
  readonly clock?: Clock;
}

/** Time that runs out, for work that does not end where it begins, as the answer to a request. Whoever makes it closes it. */
export class RunningDeadline {
  readonly call: Call;
  readonly #around: Call | undefined;
  readonly #stop: (() => void) | undefined;

  constructor({ timeout, signal, clock = sharedClock }: DeadlineOptions) {
    if (!(timeout > 0)) throw new RangeError(`A deadline must be more than 0 ms away, not ${timeout}.`);
    const around = surroundingCall();
    this.#around = around;
    const deadline = Math.min(clock.now() + timeout, around?.deadline ?? Infinity);
    this.call = new Call(() => undefined, {}, deadline, 1, outerOf(signal, around));
    if (timeout === Infinity) return;
    const over = () => this.call.giveUp(new TimeoutError("deadline-exceeded", "The request", timeout));
    const timer = clock.start(timeout, over);
    this.#stop = () => timer.stop();
  }

  /** Policies in the work, however deep, have no more time than this, and are given up with it. */
  run<T>(work: (context: CallContext) => T): T {
    return within(this.call, work);
  }

  /** From now on the time does not run out any more, for calls that are made later neither; who gives the work up still does. */
  stop(): void {
    this.#stop?.();
    this.call.deadline = this.#around?.deadline ?? Infinity;
  }

  close(): void {
    this.stop();
    this.call.close();
  }
}

/**
 * Runs work that has so many ms left and may be given up from outside: policies inside find both around them, and `signal` of
 * the context aborts with either. Gives back what the work gives; the work itself decides what it does when its time is over.
 * In browsers, which cannot tell what surrounds running code, only the context tells.
 * @throws RangeError when `timeout` is not more than 0.
 */
export function withDeadline<T>(options: DeadlineOptions, work: (context: CallContext) => T): T {
  const running = new RunningDeadline(options);
  let result: T;
  try {
    result = running.run(work);
  } catch (error) {
    running.close();
    throw error;
  }
  if (!(result instanceof Promise)) {
    running.close();
    return result;
  }
  const close = () => running.close();
  result.then(close, close);
  return result;
}

/** The call, or the request, that the running code works for; undefined where nothing bounds it, and in browsers. */
export function currentCall(): CallContext | undefined {
  return surroundingCall();
}

/** What is left for the running code, in ms: Infinity where nothing bounds it, and in browsers; 0 when it is over. */
export function timeLeft(clock: Clock = sharedClock): number {
  const deadline = surroundingCall()?.deadline ?? Infinity;
  return Math.max(0, deadline - clock.now());
}
