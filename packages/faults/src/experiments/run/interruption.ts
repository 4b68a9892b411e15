import { Interrupted, type InterruptionReason } from "../failures.ts";

/**
 * What can interrupt a run from outside. Like a signal in Python it ends what the main thread does now; once that is dealt with,
 * the next one ends what is done then (`rearm`).
 */
export class Interruption {
  #main = new AbortController();
  readonly #beside = new AbortController();

  /** For what the main thread does. */
  get signal(): AbortSignal {
    return this.#main.signal;
  }

  /** For what runs beside it: background activities and the continuous hypothesis. Only the ungraceful interruptions end these. */
  get besideSignal(): AbortSignal {
    return this.#beside.signal;
  }

  interrupt(reason: InterruptionReason): void {
    if (isUngraceful(reason)) this.#beside.abort(new Interrupted(reason));
    this.#main.abort(new Interrupted(reason));
  }

  /** Ends what runs beside the main thread. */
  abandonBeside(reason: unknown): void {
    this.#beside.abort(reason);
  }

  rearm(): void {
    if (this.#main.signal.aborted) this.#main = new AbortController();
  }

  /** Waits for something that can't be ended, but only until the next interruption. */
  async race<T>(promise: Promise<T>): Promise<T> {
    const { signal } = this;
    return new Promise((resolve, reject) => {
      const stop = (): void => reject(signal.reason);
      if (signal.aborted) return stop();
      signal.addEventListener("abort", stop, { once: true });
      promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
    });
  }
}

function isUngraceful(reason: InterruptionReason): boolean {
  return reason.kind === "stopped" || reason.signal === "SIGUSR2";
}
