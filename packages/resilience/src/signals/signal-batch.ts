import { totalOf, type CountedSignals } from "./signal-counts.ts";

/** What never reached the receiver. */
export interface DroppedSignals {
  readonly signals: number;
  readonly batches: number;
}

/**
 * What is sent: one interval's signals, as JSON (docs/guides/resilience/signals.md). Times are in ms since 1970 (UTC).
 * Receivers ignore fields they do not know; what would break them gets another `version`.
 */
export interface SignalBatch extends CountedSignals {
  readonly version: 1;
  readonly service: string;
  /** The sender, from its start to its end: one process, mostly. */
  readonly instance: string;
  /** 1, 2, 3 … of this instance. A batch whose answer was lost is sent again with the same number. */
  readonly sequence: number;
  readonly from: number;
  readonly until: number;
  /** All that this instance dropped since it began. It is a total, so that nothing is lost or counted twice with a batch. */
  readonly dropped: DroppedSignals;
}

/** A batch that waits. What was dropped is known only when it is sent. */
export type WaitingBatch = Omit<SignalBatch, "dropped">;

/** Batches that wait for the receiver, in bounded room: where there is none left, the oldest goes. */
export class BatchQueue {
  readonly #capacity: number;
  readonly #waiting: WaitingBatch[] = [];
  #signals = 0;
  #dropped: DroppedSignals = { signals: 0, batches: 0 };

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  /** How many signals are in the batches that wait. */
  get signals(): number {
    return this.#signals;
  }

  get dropped(): DroppedSignals {
    return this.#dropped;
  }

  add(batch: WaitingBatch): void {
    this.#waiting.push(batch);
    this.#signals += totalOf(batch);
    if (this.#waiting.length > this.#capacity) this.#dropOldest();
  }

  /** Takes the oldest, to send it. */
  take(): WaitingBatch | undefined {
    const batch = this.#waiting.shift();
    if (batch !== undefined) this.#signals -= totalOf(batch);
    return batch;
  }

  /** It was not received: it is the oldest again, and goes where others have filled the room meanwhile. */
  putBack(batch: WaitingBatch): void {
    this.#waiting.unshift(batch);
    this.#signals += totalOf(batch);
    if (this.#waiting.length > this.#capacity) this.#dropOldest();
  }

  /** It will never be received. */
  drop(batch: WaitingBatch): void {
    this.#dropped = {
      signals: this.#dropped.signals + totalOf(batch),
      batches: this.#dropped.batches + 1,
    };
  }

  #dropOldest(): void {
    const oldest = this.take();
    if (oldest !== undefined) this.drop(oldest);
  }
}
