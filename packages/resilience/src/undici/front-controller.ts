import type { Dispatcher } from "undici";

type Controller = Dispatcher.DispatchController;

/** The controller that the caller has from the beginning: before there is an answer it gives up the call, then it is the answer's. */
export class FrontController implements Controller {
  readonly #giveUp = new AbortController();
  #answer: Controller | undefined;
  #standInHeaders: Buffer[] = [];
  #paused = false;

  /** Aborts when the caller gave the request up. */
  get signal(): AbortSignal {
    return this.#giveUp.signal;
  }

  get aborted(): boolean {
    return this.#giveUp.signal.aborted || this.#answer?.aborted === true;
  }

  get reason(): Error | null {
    return this.#answer?.reason ?? (this.aborted ? errorOf(this.#giveUp.signal.reason) : null);
  }

  get paused(): boolean {
    return this.#paused;
  }

  get rawHeaders(): NonNullable<Controller["rawHeaders"]> {
    return this.#answer?.rawHeaders ?? this.#standInHeaders;
  }

  get rawTrailers(): NonNullable<Controller["rawTrailers"]> {
    return this.#answer?.rawTrailers ?? [];
  }

  abort(reason: Error): void {
    this.#giveUp.abort(reason);
    this.#answer?.abort(reason);
  }

  pause(): void {
    this.#paused = true;
    this.#answer?.pause();
  }

  resume(): void {
    this.#paused = false;
    this.#answer?.resume();
  }

  /** From now on it stands for the controller of the attempt that became the answer; `forward` tells the caller of that. */
  follow(answer: Controller | undefined, forward: () => void): void {
    this.#answer = answer;
    forward();
    if (!this.#paused) answer?.resume();
  }

  /** The answer is none that was received; some callers read its headers here. */
  standIn(headers: Headers): void {
    this.#standInHeaders = [...headers].flatMap(([name, value]) => [Buffer.from(name), Buffer.from(value)]);
  }
}

/** undici wants an error as the reason; signals may have anything. */
export function errorOf(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error("The request was given up.", { cause: reason });
}
