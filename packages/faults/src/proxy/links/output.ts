import type { Duplex } from "node:stream";

import { closeGently } from "./endpoint.ts";
import type { Sink } from "./sink.ts";

/** The end of a link: writes to the other side of the connection. */
export class Output implements Sink {
  readonly #source: Duplex;
  readonly #destination: Duplex;
  #ended = false;

  constructor(source: Duplex, destination: Duplex) {
    this.#source = source;
    this.#destination = destination;
  }

  get ended(): boolean {
    return this.#ended;
  }

  get full(): boolean {
    return this.#destination.writableNeedDrain;
  }

  push(data: Buffer): void {
    // A side that is gone takes no bytes; the other one learns it by its own link.
    if (this.#destination.writable) this.#destination.write(data);
  }

  /** A source that only finished sending still listens: its end is passed on as a half-close. */
  end(): void {
    this.#ended = true;
    if (this.#source.destroyed) closeGently(this.#destination);
    else if (this.#destination.writable) this.#destination.end();
  }

  /** The source is gone in both directions; nobody is left to take what the destination still sends. */
  sourceClosed(): void {
    if (this.#ended) closeGently(this.#destination);
  }
}
