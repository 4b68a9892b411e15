import { Alarm } from "../alarm.ts";
import type { Behaviour, Held, Outlet } from "../links/sink.ts";
import type { ByteToxic } from "./toxic.ts";

const fields = { timeout: "int64" } as const;

/** Once the first bytes or the end arrive, drops them and resets the connection on both sides `timeout` milliseconds later. */
export const resetPeer: ByteToxic<typeof fields> = {
  name: "reset_peer",
  goName: "ResetToxic",
  affects: "bytes",
  fields,
  begin: (attributes, outlet) => new ResetPeer(attributes.timeout, outlet),
};

class ResetPeer implements Behaviour {
  readonly #timeout: number;
  readonly #alarm: Alarm;

  constructor(milliseconds: number, outlet: Outlet) {
    this.#timeout = milliseconds;
    this.#alarm = new Alarm(() => outlet.reset());
  }

  /** It reads no further. */
  get full(): boolean {
    return this.#alarm.isSet;
  }

  push(): void {
    if (!this.#alarm.isSet) this.#alarm.in(this.#timeout);
  }

  end(): void {
    this.push();
  }

  ready(): void {
    // Nothing waits here.
  }

  /** Bytes are lost once it has begun, so a reset that is under way stays. */
  release(): readonly Held[] {
    return [];
  }
}
