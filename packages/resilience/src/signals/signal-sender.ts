/// <reference lib="esnext.disposable" preserve="true" />
import type { Clock, Timer } from "../time/clock.ts";
import { deliver, type Receiver } from "./deliver.ts";
import { BatchQueue, type SignalBatch, type WaitingBatch } from "./signal-batch.ts";
import { SignalCounts, totalOf, type CountedSignals } from "./signal-counts.ts";
import type { Signals } from "./signals.ts";

/** What became of the signals: `told = sent + dropped + pending`. */
export interface SignalTotals {
  readonly told: number;
  /** The receiver said that it has them. */
  readonly sent: number;
  /** They were too many while it was away, or it refused them. */
  readonly dropped: number;
  /** Counted, waiting, or on their way. */
  readonly pending: number;
  /** Why the last batch did not arrive; undefined when it did. */
  readonly failure: string | undefined;
}

/** Sends signals until it is stopped. `told = sent + dropped + pending`, always. */
export interface SendingSignals extends Disposable, AsyncDisposable {
  readonly totals: SignalTotals;
  /** What was counted since the last batch. */
  counted(): CountedSignals;
  /**
   * Sends what there is now, for the end of a process. Resolves to whether the receiver has all of it, after `within` ms at the
   * latest (2,000 where absent); never rejects.
   */
  flush(within?: number): Promise<boolean>;
  /** Listens and sends no more. What is pending stays so. */
  stop(): void;
}

interface Sending {
  readonly service: string;
  readonly every: number;
  readonly series: number;
  readonly batches: number;
  readonly signals: Signals;
  readonly clock: Clock;
  readonly wallTime: () => number;
  readonly random: () => number;
}

/** The first pause after a failure and the longest, in ms; each is twice the one before. */
const pauses = { first: 1_000, longest: 60_000 };

/** The longest that a receiver can ask to be left alone, in ms. */
const longestRetryAfter = 300_000;

export class SignalSender implements SendingSignals {
  readonly #receiver: Receiver;
  readonly #sending: Sending;
  readonly #instance = newInstance();
  readonly #counts: SignalCounts;
  readonly #queue: BatchQueue;
  readonly #unsubscribe: () => void;
  #interval: Timer;
  #pause: Timer | undefined;
  #underWay: Promise<boolean> | undefined;
  #onItsWay: { readonly batch: WaitingBatch; readonly request: AbortController } | undefined;
  #stopped = false;
  #from: number;
  #sequence = 0;
  #told = 0;
  #sent = 0;
  #failures = 0;
  #failure: string | undefined;

  constructor(receiver: Receiver, sending: Sending) {
    this.#receiver = receiver;
    this.#sending = sending;
    this.#counts = new SignalCounts(sending.series);
    this.#queue = new BatchQueue(sending.batches);
    this.#from = sending.wallTime();
    this.#interval = this.#nextInterval();
    this.#unsubscribe = sending.signals.subscribe((signal) => {
      this.#told += 1;
      this.#counts.count(signal, sending.wallTime());
    });
  }

  get totals(): SignalTotals {
    const onItsWay = this.#onItsWay === undefined ? 0 : totalOf(this.#onItsWay.batch);
    return {
      told: this.#told,
      sent: this.#sent,
      dropped: this.#queue.dropped.signals,
      pending: this.#counts.total + this.#queue.signals + onItsWay,
      failure: this.#failure,
    };
  }

  counted(): CountedSignals {
    return this.#counts.counted();
  }

  async flush(within = 2_000): Promise<boolean> {
    let timer: Timer | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = this.#sending.clock.start(within, () => resolve(false));
    });
    const received = await Promise.race([this.#flush(), late]);
    timer?.stop();
    return received;
  }

  stop(): void {
    this.#unsubscribe();
    this.#interval.stop();
    this.#pause?.stop();
    this.#stopped = true;
    this.#onItsWay?.request.abort(new Error("sending was stopped"));
  }

  [Symbol.dispose](): void {
    this.stop();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.flush();
    this.stop();
  }

  #nextInterval(): Timer {
    return this.#sending.clock.start(this.#sending.every, () => {
      this.#interval = this.#nextInterval();
      this.#closeInterval();
      if (this.#pause === undefined) void this.#send();
    });
  }

  #closeInterval(): void {
    const from = this.#from;
    this.#from = this.#sending.wallTime();
    if (this.#counts.total === 0) return;
    this.#sequence += 1;
    this.#queue.add({
      version: 1,
      service: this.#sending.service,
      instance: this.#instance,
      sequence: this.#sequence,
      from,
      until: this.#from,
      ...this.#counts.take(),
    });
  }

  async #flush(): Promise<boolean> {
    this.#closeInterval();
    // What is under way may be about to pause after a failure; one more try is what a flush is for.
    await this.#underWay;
    return this.#send();
  }

  /** Sends what waits, one batch after the other, until there is none or one did not arrive. Resolves to whether all did. */
  #send(): Promise<boolean> {
    this.#pause?.stop();
    this.#pause = undefined;
    this.#underWay ??= this.#sendAll().finally(() => {
      this.#underWay = undefined;
    });
    return this.#underWay;
  }

  async #sendAll(): Promise<boolean> {
    while (!this.#stopped) {
      const batch = this.#queue.take();
      if (batch === undefined) return true;
      // oxlint-disable-next-line no-await-in-loop -- one request at a time, and in order
      if (!(await this.#sendOne(batch))) return false;
    }
    return this.#queue.isEmpty;
  }

  async #sendOne(batch: WaitingBatch): Promise<boolean> {
    const request = new AbortController();
    this.#onItsWay = { batch, request };
    const body = JSON.stringify({ ...batch, dropped: this.#queue.dropped } satisfies SignalBatch);
    const delivery = await deliver(body, this.#receiver, request, this.#sending.clock);
    this.#onItsWay = undefined;
    this.#failure = delivery.kind === "received" ? undefined : delivery.why;
    switch (delivery.kind) {
      case "received":
        this.#sent += totalOf(batch);
        this.#failures = 0;
        return true;
      case "refused":
        this.#queue.drop(batch);
        this.#pauseFor(0);
        return false;
      case "away":
        this.#queue.putBack(batch);
        this.#pauseFor(delivery.retryAfter);
        return false;
    }
  }

  /** Half of the pause is fixed and half by chance, so that the processes of a service do not come back all at once. */
  #pauseFor(retryAfter: number): void {
    if (this.#stopped) return;
    const { clock, random } = this.#sending;
    const full = Math.min(pauses.longest, pauses.first * 2 ** this.#failures);
    this.#failures += 1;
    const pause = Math.max(full / 2 + (full / 2) * random(), Math.min(retryAfter, longestRetryAfter));
    this.#pause = clock.start(pause, () => void this.#send());
  }
}

/** 16 random bytes in hexadecimal: `randomUUID` does not exist on pages that came over plain HTTP. */
function newInstance(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
