import { TimeoutError } from "../errors.ts";
import { readTimeout } from "../http/timeout-header.ts";
import { formatDegraded } from "../http/degraded-header.ts";
import type { HeaderReader } from "../http/header-reader.ts";
import { signals, type Signals } from "../signals/signals.ts";
import type { Clock } from "../time/clock.ts";
import { sharedClock } from "../time/shared-clock.ts";
import { Degradations } from "./degradations.ts";
import { RunningDeadline } from "./with-deadline.ts";

/** What a server gives the requests it answers. */
export interface ServingOptions {
  /** What a request gets that does not say how long its caller waits, in ms; 30,000 unless given. */
  readonly timeout?: number;
  /** What a request gets at most, whatever it says, in ms; 60,000 unless given, or `timeout` where that is more. */
  readonly maxTimeout?: number;
  /** The clock of the policies that requests use; the usual one unless given. */
  readonly clock?: Clock;
  /** Where these policies tell what they had to degrade; the usual place unless given. */
  readonly signals?: Signals;
}

export type Serving = Required<ServingOptions>;

/** @throws RangeError when a request would get no time, or more than the maximum. */
export function serving(options: ServingOptions): Serving {
  const { timeout = 30_000, clock = sharedClock, signals: from = signals } = options;
  const { maxTimeout = Math.max(60_000, timeout) } = options;
  if (!(timeout > 0 && timeout <= maxTimeout))
    throw new RangeError(`A request gets more than 0 and at most ${maxTimeout} ms, not ${timeout}.`);
  return { timeout, maxTimeout, clock, signals: from };
}

/** One request that a server answers: what it has left, and what it could not give as it should. */
export class ServedRequest {
  readonly #running: RunningDeadline;
  readonly #degradations: Degradations;

  constructor(header: HeaderReader, { timeout, maxTimeout, clock, signals: from }: Serving) {
    const given = readTimeout(header, maxTimeout) ?? timeout;
    this.#running = new RunningDeadline({ timeout: given, clock });
    this.#degradations = new Degradations(from);
  }

  /** Whatever the work calls finds the request around it. May be called again, where a framework lost the way. */
  run<T>(work: () => T): T {
    return this.#running.run(() => this.#degradations.run(work));
  }

  /** The client does not wait any more: what is still done for it is given up. */
  leave(): void {
    this.#running.call.giveUp(
      new DOMException("The client does not wait for the answer any more.", "AbortError"),
    );
  }

  /** Calls `listener` when the time is over before the answer is there. */
  whenOver(listener: (error: TimeoutError) => void): void {
    this.#running.call.whenGivenUp(() => {
      const { reason } = this.#running.call;
      if (isDeadlineError(reason)) listener(reason);
    });
  }

  /** The value of the header that says what is degraded; undefined where nothing is. */
  get degraded(): string | undefined {
    return formatDegraded(this.#degradations.list);
  }

  /** The head of the answer is sent: the time does not run out any more, but what is streamed may still be given up. */
  stop(): void {
    this.#running.stop();
  }

  close(): void {
    this.#running.close();
  }
}

/** Whether an error means that there was not enough time for the request. */
export function isDeadlineError(error: unknown): error is TimeoutError {
  return error instanceof TimeoutError && error.code === "deadline-exceeded";
}

/** What described the answer that did not come says nothing of the one that goes out in its place, and nobody may keep that. */
export function isOfAnswer(header: string): boolean {
  return (
    (header.startsWith("content-") && !header.startsWith("content-security-policy")) ||
    header === "etag" ||
    header === "last-modified"
  );
}

/** What the client gets as JSON then, with status 504. Of the error itself it learns nothing. */
export const deadlineAnswer = {
  code: "deadline-exceeded",
  message: "The request could not be answered in the time it was given.",
};
