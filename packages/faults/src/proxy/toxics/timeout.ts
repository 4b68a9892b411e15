import { Alarm } from "../alarm.ts";
import type { Behaviour, Held, Outlet } from "../links/sink.ts";
import type { ByteToxic } from "./toxic.ts";

const fields = { timeout: "int64" } as const;

/**
 * Lets no bytes through, and closes the connection after `timeout` milliseconds without a byte; 0 never. Taking the toxic out closes the
 * connections as well, because bytes are missing in them.
 */
export const timeout: ByteToxic<typeof fields> = {
  name: "timeout",
  goName: "TimeoutToxic",
  affects: "bytes",
  fields,
  closesWhenRemoved: true,
  begin: (attributes, outlet) => new Timeout(attributes.timeout, outlet),
};

class Timeout implements Behaviour {
  readonly full = false;
  readonly #timeout: number;
  readonly #outlet: Outlet;
  readonly #alarm: Alarm;

  constructor(milliseconds: number, outlet: Outlet) {
    this.#timeout = milliseconds;
    this.#outlet = outlet;
    this.#alarm = new Alarm(() => outlet.close());
    this.#restart();
  }

  push(): void {
    this.#restart();
  }

  end(): void {
    this.#alarm.cancel();
    this.#outlet.finish();
  }

  ready(): void {
    // Takes bytes at all times.
  }

  release(): readonly Held[] {
    this.#alarm.cancel();
    return [];
  }

  #restart(): void {
    if (this.#timeout > 0) this.#alarm.in(this.#timeout);
  }
}
