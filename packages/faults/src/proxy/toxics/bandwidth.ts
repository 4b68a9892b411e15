import { Alarm } from "../alarm.ts";
import type { Outlet } from "../links/sink.ts";
import { OneAtATime } from "./queue.ts";
import type { ByteToxic, SharedPace } from "./toxic.ts";

const fields = { rate: "int64", shared: "bool" } as const;

/**
 * Passes `rate` × 1000 bytes a second; 0 stalls. Each connection and direction has that rate for itself, or with `shared` all connections of
 * the proxy have it together.
 */
export const bandwidth: ByteToxic<typeof fields> = {
  name: "bandwidth",
  goName: "BandwidthToxic",
  affects: "bytes",
  fields,
  added: ["shared"],
  begin: (attributes, outlet, { shared }) =>
    new Bandwidth(attributes.rate, attributes.shared ? shared : { freeAt: 0 }, outlet),
};

/** Longest wait for one piece, in milliseconds: chunks that take longer are passed on in pieces. */
const longestWait = 100;

class Bandwidth extends OneAtATime {
  /** Bytes a millisecond. */
  readonly #rate: number;
  readonly #pace: SharedPace;
  readonly #alarm = new Alarm(() => this.#passPiece());
  #data: Buffer = Buffer.alloc(0);
  #arrivedAt = 0;
  /** Bytes whose time is up when the alarm rings. */
  #piece = 0;
  /** When its time is up: milliseconds of performance.now(). */
  #due = 0;
  /** Milliseconds by which the last alarm was late: the next wait is shorter by it, so that the rate is kept. */
  #late = 0;

  constructor(rate: number, pace: SharedPace, outlet: Outlet) {
    super(outlet);
    this.#rate = rate;
    this.#pace = pace;
  }

  protected override work(data: Buffer, arrivedAt: number): void {
    this.#data = data;
    this.#arrivedAt = arrivedAt;
    this.#waitForPiece();
  }

  protected override resume(): void {
    if (this.#piece === 0) this.#waitForPiece();
  }

  protected override interrupt(): void {
    this.#alarm.cancel();
    this.outlet.pass(this.#data, this.#arrivedAt);
  }

  #waitForPiece(): void {
    this.#piece = 0;
    if (this.#rate <= 0 || this.outlet.outFull) return;
    this.#piece = Math.min(this.#data.length, this.#rate * longestWait);
    const start = Math.max(this.#pace.freeAt, performance.now() - this.#late);
    this.#late = 0;
    this.#due = start + this.#piece / this.#rate;
    this.#pace.freeAt = this.#due;
    this.#alarm.at(this.#due);
  }

  #passPiece(): void {
    this.#late = performance.now() - this.#due;
    const piece = this.#data.subarray(0, this.#piece);
    this.#data = this.#data.subarray(this.#piece);
    this.#piece = 0;
    this.outlet.pass(piece, this.#arrivedAt);
    if (this.#data.length === 0) this.done();
    else this.#waitForPiece();
  }
}
