import type { Behaviour, Outlet } from "../links/sink.ts";
import type { ByteToxic } from "./toxic.ts";

const fields = {} as const;

/** Passes everything on. */
export const noop: ByteToxic<typeof fields> = {
  name: "noop",
  goName: "NoopToxic",
  affects: "bytes",
  fields,
  begin: (_attributes, outlet) => new Noop(outlet),
};

class Noop implements Behaviour {
  readonly #outlet: Outlet;

  constructor(outlet: Outlet) {
    this.#outlet = outlet;
  }

  get full(): boolean {
    return this.#outlet.outFull;
  }

  push(data: Buffer, arrivedAt: number): void {
    this.#outlet.pass(data, arrivedAt);
  }

  end(): void {
    this.#outlet.finish();
  }

  ready(): void {
    this.#outlet.takesAgain();
  }

  release() {
    return [];
  }
}
