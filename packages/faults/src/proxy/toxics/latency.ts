import { Alarm } from "../alarm.ts";
import type { Behaviour, Held, Outlet } from "../links/sink.ts";
import type { Random } from "../random.ts";
import type { ByteToxic } from "./toxic.ts";

const fields = { latency: "int64", jitter: "int64" } as const;

/**
 * Delays bytes by `latency` ± `jitter` milliseconds, counted from when they arrived: chunks wait side by side, so the rate is not throttled.
 */
export const latency: ByteToxic<typeof fields> = {
  name: "latency",
  goName: "LatencyToxic",
  affects: "bytes",
  fields,
  begin: (attributes, outlet, { random }) =>
    new Latency(() => attributes.latency + jitterOf(attributes.jitter, random), outlet),
};

/** From −jitter to jitter − 1. */
function jitterOf(jitter: number, random: Random): number {
  return jitter > 0 ? random.integer(-jitter, jitter - 1) : 0;
}

/** Chunks in flight on one link; more wait in the kernel. */
const capacity = 1024;

class Latency implements Behaviour {
  readonly #delay: () => number;
  readonly #outlet: Outlet;
  readonly #alarm = new Alarm(() => this.#deliver());
  #waiting: (Held & { readonly due: number })[] = [];
  /** Those before it are delivered. */
  #head = 0;
  #ended = false;

  constructor(delay: () => number, outlet: Outlet) {
    this.#delay = delay;
    this.#outlet = outlet;
  }

  get full(): boolean {
    return this.#waiting.length - this.#head >= capacity;
  }

  push(data: Buffer, arrivedAt: number): void {
    this.#waiting.push({ data, arrivedAt, due: arrivedAt + this.#delay() });
    if (!this.#alarm.isSet) this.#deliver();
  }

  end(): void {
    this.#ended = true;
    if (this.#head === this.#waiting.length) this.#outlet.finish();
  }

  ready(): void {
    if (!this.#alarm.isSet) this.#deliver();
  }

  release(): readonly Held[] {
    this.#alarm.cancel();
    const [current, ...rest] = this.#waiting.splice(0).slice(this.#head);
    this.#head = 0;
    if (current !== undefined) this.#outlet.pass(current.data, current.due);
    return rest;
  }

  #deliver(): void {
    const wasFull = this.full;
    const now = performance.now();
    let next = this.#waiting[this.#head];
    while (next !== undefined && next.due <= now && !this.#outlet.outFull) {
      this.#head += 1;
      this.#outlet.pass(next.data, next.due);
      next = this.#waiting[this.#head];
    }
    if (this.#head >= 64 || next === undefined) {
      this.#waiting = this.#waiting.slice(this.#head);
      this.#head = 0;
    }
    if (next === undefined) {
      if (this.#ended) this.#outlet.finish();
    } else if (next.due > now) this.#alarm.at(next.due);
    if (wasFull && !this.full) this.#outlet.takesAgain();
  }
}
