import type { Duplex } from "node:stream";

import type { Random } from "../random.ts";
import type { Toxic } from "../toxics/toxic.ts";
import { Output } from "./output.ts";
import type { Giver, Sink } from "./sink.ts";
import { Stage, type StageLink } from "./stage.ts";

/**
 * One direction of a connection: source → toxics in the order in which they were added → destination. Without a toxic it does what
 * `source.pipe(destination)` does, and nothing else; toxics come and go between two chunks.
 */
export class Link implements Giver {
  readonly #source: Duplex;
  readonly #destination: Duplex;
  readonly #output: Output;
  readonly #control: StageLink;
  readonly #stages: Stage[] = [];
  #first: Sink;
  #ended = false;
  #closed = false;

  /** `control` closes or resets the connection as a whole. */
  constructor(source: Duplex, destination: Duplex, control: StageLink) {
    this.#source = source;
    this.#destination = destination;
    this.#output = new Output(source, destination);
    this.#first = this.#output;
    this.#control = control;
  }

  /** Begins to read. */
  start(): void {
    this.#source.on("data", this.#receive);
    this.#source.on("end", this.#end);
    this.#source.on("close", this.#sourceClosed);
    this.#destination.on("drain", () => (this.#stages.at(-1) ?? this).ready());
    this.#source.resume();
  }

  ready(): void {
    if (this.#source.isPaused() && !this.#first.full) this.#source.resume();
  }

  /** A direction that is over stays as it is. */
  add(toxic: Toxic, random: Random): void {
    if (this.#closed || this.#output.ended) return;
    const last = this.#stages.at(-1);
    const stage = new Stage(toxic, this.#control, random, last ?? this, this.#output);
    if (last === undefined) this.#first = stage;
    else last.next = stage;
    this.#stages.push(stage);
  }

  update(toxic: Toxic): void {
    this.#stages.find((stage) => stage.toxic === toxic)?.restart();
  }

  /**
   * Bytes that the toxic held are passed on. A toxic that drops bytes leaves a hole in the stream, so links that it applied to are closed.
   */
  remove(toxic: Toxic): void {
    const index = this.#stages.findIndex((stage) => stage.toxic === toxic);
    const stage = this.#stages[index];
    if (stage === undefined) return;
    const closes = toxic.type.affects === "bytes" && toxic.type.closesWhenRemoved === true;
    if (closes && stage.touched && !this.#closed) this.#control.close();
    stage.remove();
    const before = this.#stages[index - 1];
    const after = this.#stages[index + 1];
    if (before === undefined) this.#first = stage.next;
    else before.next = stage.next;
    if (after !== undefined) after.giver = stage.giver;
    this.#stages.splice(index, 1);
    stage.giver.ready();
  }

  /** Takes nothing more in; what the toxics hold is let go. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#source.off("data", this.#receive);
    this.#source.pause();
  }

  /** When the connection is gone: stops all timers. */
  dispose(): void {
    this.close();
    for (const stage of this.#stages) stage.remove();
    this.#stages.length = 0;
  }

  readonly #receive = (data: Buffer): void => {
    this.#first.push(data, this.#stages.length === 0 ? 0 : performance.now());
    if (this.#first.full) this.#source.pause();
  };

  readonly #end = (): void => {
    if (this.#ended || this.#closed) return;
    this.#ended = true;
    this.#first.end();
  };

  readonly #sourceClosed = (): void => {
    this.#end();
    this.#output.sourceClosed();
  };
}
