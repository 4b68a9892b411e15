import type { Random } from "../random.ts";
import type { Toxic } from "../toxics/toxic.ts";
import type { Behaviour, Giver, Outlet, Sink } from "./sink.ts";

/** What a stage may ask of the link that it is part of. */
export interface StageLink {
  close(): void;
  reset(): void;
}

/**
 * The place of one toxic in one link. It outlives changes of the toxic: each change releases what is held, rolls the toxicity anew and begins
 * again. Where the toxic does not apply, bytes pass straight through.
 */
export class Stage implements Sink, Giver, Outlet {
  readonly toxic: Toxic;
  next: Sink;
  giver: Giver;
  /** Bytes that limit_data let pass on this connection; survives changes of the toxic. */
  readonly transmitted = { bytes: 0 };
  #behaviour: Behaviour | undefined;
  #ended = false;
  #finished = false;
  #touched = false;
  #admitted = false;
  #passing = false;
  readonly #link: StageLink;
  readonly #random: Random;

  constructor(toxic: Toxic, link: StageLink, random: Random, giver: Giver, next: Sink) {
    this.toxic = toxic;
    this.#link = link;
    this.#random = random;
    this.giver = giver;
    this.next = next;
    this.#begin();
  }

  /** Whether the toxic ever applied to this link. */
  get touched(): boolean {
    return this.#touched;
  }

  push(data: Buffer, arrivedAt: number): void {
    if (this.#behaviour === undefined) this.next.push(data, arrivedAt);
    else this.#behaviour.push(data, arrivedAt);
  }

  end(): void {
    this.#ended = true;
    if (this.#behaviour === undefined) this.finish();
    else this.#behaviour.end();
  }

  get full(): boolean {
    return this.#behaviour === undefined ? this.next.full : this.#behaviour.full;
  }

  /** Within `pass` it says nothing new: whoever passes looks at `outFull` afterwards. */
  ready(): void {
    if (this.#passing) return;
    if (this.#behaviour === undefined) this.giver.ready();
    else this.#behaviour.ready();
  }

  get outFull(): boolean {
    return this.next.full;
  }

  pass(data: Buffer, arrivedAt: number): void {
    this.#passing = true;
    this.next.push(data, arrivedAt);
    this.#passing = false;
  }

  finish(): void {
    if (this.#finished) return;
    this.#finished = true;
    this.next.end();
  }

  takesAgain(): void {
    this.giver.ready();
  }

  close(): void {
    this.#link.close();
  }

  reset(): void {
    this.#link.reset();
  }

  /** The toxic changed. */
  restart(): void {
    const held = this.#release();
    this.#begin();
    for (const { data, arrivedAt } of held) this.push(data, arrivedAt);
    if (this.#ended && !this.#finished) this.end();
    this.giver.ready();
  }

  /** Passes everything on; the link takes the stage out afterwards. */
  remove(): void {
    for (const { data, arrivedAt } of this.#release()) this.next.push(data, arrivedAt);
    if (this.#ended) this.finish();
  }

  #release() {
    const held = this.#behaviour?.release() ?? [];
    this.#behaviour = undefined;
    return held;
  }

  #begin(): void {
    const { toxic } = this;
    if (toxic.type.affects !== "bytes" || !(this.#random.fraction() < toxic.toxicity)) return;
    this.#admitted ||= toxic.admit();
    if (!this.#admitted) return;
    this.#touched = true;
    this.#behaviour = toxic.type.begin(toxic.attributes, this, {
      random: this.#random,
      transmitted: this.transmitted,
      shared: toxic.shared,
    });
  }
}
