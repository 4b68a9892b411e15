import type { Behaviour, Held, Outlet } from "../links/sink.ts";
import type { ByteToxic } from "./toxic.ts";

const fields = { bytes: "int64" } as const;

/** Closes the connection after `bytes` bytes, counted for each connection and direction. */
export const limitData: ByteToxic<typeof fields> = {
  name: "limit_data",
  goName: "LimitDataToxic",
  affects: "bytes",
  fields,
  begin: (attributes, outlet, { transmitted }) => new LimitData(attributes.bytes, transmitted, outlet),
};

class LimitData implements Behaviour {
  readonly #limit: number;
  readonly #transmitted: { bytes: number };
  readonly #outlet: Outlet;

  constructor(limit: number, transmitted: { bytes: number }, outlet: Outlet) {
    this.#limit = limit;
    this.#transmitted = transmitted;
    this.#outlet = outlet;
  }

  get full(): boolean {
    return this.#outlet.outFull;
  }

  push(data: Buffer, arrivedAt: number): void {
    const remaining = Math.max(0, this.#limit - this.#transmitted.bytes);
    const allowed = data.length > remaining ? data.subarray(0, remaining) : data;
    if (allowed.length > 0) this.#outlet.pass(allowed, arrivedAt);
    this.#transmitted.bytes += allowed.length;
    if (this.#transmitted.bytes >= this.#limit) this.#outlet.close();
  }

  end(): void {
    this.#outlet.finish();
  }

  ready(): void {
    this.#outlet.takesAgain();
  }

  release(): readonly Held[] {
    return [];
  }
}
