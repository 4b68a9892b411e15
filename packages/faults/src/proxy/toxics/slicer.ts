import { Alarm } from "../alarm.ts";
import type { Outlet } from "../links/sink.ts";
import type { Random } from "../random.ts";
import { OneAtATime } from "./queue.ts";
import type { ByteToxic } from "./toxic.ts";

const fields = { average_size: "int", size_variation: "int", delay: "int" } as const;

/** Cuts bytes into pieces of `average_size` ± `size_variation`, with `delay` **micro**seconds after each. */
export const slicer: ByteToxic<typeof fields> = {
  name: "slicer",
  goName: "SlicerToxic",
  affects: "bytes",
  fields,
  begin: (attributes, outlet, { random }) =>
    new Slicer(
      (length) => slice(0, length, attributes.average_size, attributes.size_variation, random),
      attributes.delay / 1000,
      outlet,
    ),
};

/**
 * Ends of the pieces from `start` to `end`: halves, each shifted by the variation, until a piece is small enough. A piece has at least one byte.
 */
function slice(start: number, end: number, average: number, variation: number, random: Random): number[] {
  const length = end - start;
  if (length <= 1 || length - average <= variation) return [end];
  const shift = variation > 0 ? random.integer(-variation, variation - 1) : 0;
  const middle = Math.min(Math.max(start + Math.floor(length / 2) + shift, start + 1), end - 1);
  return [
    ...slice(start, middle, average, variation, random),
    ...slice(middle, end, average, variation, random),
  ];
}

class Slicer extends OneAtATime {
  readonly #slice: (length: number) => number[];
  /** Milliseconds. */
  readonly #delay: number;
  readonly #alarm = new Alarm(() => this.#passPieces());
  #data: Buffer = Buffer.alloc(0);
  #arrivedAt = 0;
  #ends: number[] = [];
  #passed = 0;

  constructor(cut: (length: number) => number[], delay: number, outlet: Outlet) {
    super(outlet);
    this.#slice = cut;
    this.#delay = delay;
  }

  protected override work(data: Buffer, arrivedAt: number): void {
    this.#data = data;
    this.#arrivedAt = arrivedAt;
    this.#passed = 0;
    this.#ends = this.#slice(data.length).toReversed();
    this.#passPieces();
  }

  protected override resume(): void {
    if (!this.#alarm.isSet) this.#passPieces();
  }

  protected override interrupt(): void {
    this.#alarm.cancel();
    if (this.#passed < this.#data.length)
      this.outlet.pass(this.#data.subarray(this.#passed), this.#arrivedAt);
  }

  #passPieces(): void {
    while (!this.outlet.outFull) {
      const end = this.#ends.pop();
      if (end === undefined) {
        this.done();
        return;
      }
      const piece = this.#data.subarray(this.#passed, end);
      this.#passed = end;
      this.outlet.pass(piece, this.#arrivedAt);
      if (this.#delay > 0) {
        this.#alarm.in(this.#delay);
        return;
      }
    }
  }
}
