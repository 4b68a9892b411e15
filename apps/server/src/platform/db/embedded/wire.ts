import { Duplex } from "node:stream";

/** Frontend messages after which the server answers: query, sync, flush, terminate, end of copy. */
const endsBatch = new Set(["Q", "S", "H", "X", "c", "f"].map((letter) => letter.charCodeAt(0)));

/**
 * Cuts a byte stream of the PostgreSQL protocol into batches the engine can answer in one go: the start-up packet
 * (which alone has no type byte), then everything up to and including a query, sync or flush.
 */
export class Batches {
  #pending: Buffer = Buffer.alloc(0);
  #started = false;

  /** Adds bytes and returns the batches that are now whole. */
  add(bytes: Buffer): Uint8Array[] {
    this.#pending = this.#pending.length === 0 ? bytes : Buffer.concat([this.#pending, bytes]);
    const whole: Uint8Array[] = [];
    let from = 0;
    let at = 0;
    for (;;) {
      const typeBytes = this.#started ? 1 : 0;
      if (this.#pending.length < at + typeBytes + 4) break;
      const end = at + typeBytes + this.#pending.readUInt32BE(at + typeBytes);
      if (this.#pending.length < end) break;
      if (!this.#started || endsBatch.has(this.#pending[at] ?? 0)) {
        whole.push(Uint8Array.from(this.#pending.subarray(from, end)));
        from = end;
      }
      this.#started = true;
      at = end;
    }
    this.#pending = this.#pending.subarray(from);
    return whole;
  }
}

export interface Wire {
  send(batch: Uint8Array): void;
  closed(): void;
}

/** The socket a pg client believes it has: what it writes goes to the engine, what the engine answers is read. */
export class EngineSocket extends Duplex {
  readonly #batches = new Batches();
  readonly #wire: Wire;

  constructor(wire: Wire) {
    super();
    this.#wire = wire;
  }

  /** The rest of what pg asks of a socket. */
  connect(): this {
    process.nextTick(() => this.emit("connect"));
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  /** Bytes from the engine. */
  deliver(bytes: Uint8Array): void {
    this.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  }

  override _read(): void {
    // The engine's answers are pushed as they come; there is nothing to fetch.
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    for (const batch of this.#batches.add(chunk)) this.#wire.send(batch);
    done();
  }

  override _final(done: (error?: Error | null) => void): void {
    this.push(null);
    done();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#wire.closed();
    done(error);
  }
}
