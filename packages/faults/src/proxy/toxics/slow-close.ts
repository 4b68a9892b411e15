import { Alarm } from "../alarm.ts";
import type { Behaviour, Held, Outlet } from "../links/sink.ts";
import type { ByteToxic } from "./toxic.ts";

const fields = { delay: "int64" } as const;

/** Passes the end of the stream on `delay` milliseconds late. */
export const slowClose: ByteToxic<typeof fields> = {
  name: "slow_close",
  goName: "SlowCloseToxic",
  affects: "bytes",
  fields,
  begin: (attributes, outlet) => new SlowClose(attributes.delay, outlet),
};

class SlowClose implements Behaviour {
  readonly #delay: number;
  readonly #outlet: Outlet;
  readonly #alarm: Alarm;

  constructor(delay: number, outlet: Outlet) {
    this.#delay = delay;
    this.#outlet = outlet;
    this.#alarm = new Alarm(() => outlet.finish());
  }

  get full(): boolean {
    return this.#outlet.outFull;
  }

  push(data: Buffer, arrivedAt: number): void {
    this.#outlet.pass(data, arrivedAt);
  }

  end(): void {
    this.#alarm.in(this.#delay);
  }

  ready(): void {
    this.#outlet.takesAgain();
  }

  release(): readonly Held[] {
    this.#alarm.cancel();
    return [];
  }
}
