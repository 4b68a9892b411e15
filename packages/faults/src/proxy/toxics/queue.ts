import type { Behaviour, Held, Outlet } from "../links/sink.ts";

/**
 * For behaviours that work on one chunk at a time, while the rest waits: here the little that was read already, otherwise in the kernel.
 */
export abstract class OneAtATime implements Behaviour {
  protected readonly outlet: Outlet;
  readonly #waiting: Held[] = [];
  #busy = false;
  #ended = false;

  constructor(outlet: Outlet) {
    this.outlet = outlet;
  }

  /** Works on a chunk; calls `done` when it is passed on. */
  protected abstract work(data: Buffer, arrivedAt: number): void;
  /** The outlet takes again, while a chunk is worked on. */
  protected abstract resume(): void;
  /** Stops working: passes the rest of the chunk on at once. */
  protected abstract interrupt(): void;

  get full(): boolean {
    return this.#busy || this.outlet.outFull;
  }

  push(data: Buffer, arrivedAt: number): void {
    this.#waiting.push({ data, arrivedAt });
    this.#next();
  }

  end(): void {
    this.#ended = true;
    this.#next();
  }

  ready(): void {
    if (this.#busy) this.resume();
    else this.#next();
  }

  release(): readonly Held[] {
    if (this.#busy) this.interrupt();
    this.#busy = false;
    return this.#waiting.splice(0);
  }

  protected done(): void {
    this.#busy = false;
    this.#next();
  }

  #next(): void {
    if (this.#busy) return;
    const chunk = this.outlet.outFull ? undefined : this.#waiting.shift();
    if (chunk !== undefined) {
      this.#busy = true;
      this.work(chunk.data, chunk.arrivedAt);
    } else if (this.#waiting.length === 0) {
      if (this.#ended) this.outlet.finish();
      else this.outlet.takesAgain();
    }
  }
}
