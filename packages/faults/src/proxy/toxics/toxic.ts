import type { Decoded, Fields } from "../go-json/index.ts";
import type { Behaviour, Outlet } from "../links/sink.ts";
import type { Random } from "../random.ts";
import type { Lease } from "../lease.ts";
import type { DnsAnswer } from "../dns/answer.ts";
import type { HttpFault } from "../http/fault.ts";

/** upstream: from the client to the server; downstream: back. */
export type Direction = "upstream" | "downstream";

/** What a toxic may use besides its attributes. */
export interface ToxicContext {
  readonly random: Random;
  /** Bytes that limit_data let pass on this link. */
  readonly transmitted: { bytes: number };
  /** Common to all links of this toxic. */
  readonly shared: SharedPace;
}

/** When a bandwidth that all connections of a proxy share is free again: milliseconds of performance.now(). */
export interface SharedPace {
  freeAt: number;
}

interface NamedType<F extends Fields> {
  readonly name: string;
  /** The name of the struct in Toxiproxy's messages: LatencyToxic. */
  readonly goName: string;
  /** Attributes, all optional, zero by default. Order is the order in answers. */
  readonly fields: F;
  /** Attributes that Toxiproxy does not know. Shown only when they are set. */
  readonly added?: readonly (keyof F)[];
}

/** Changes the stream of bytes: one behaviour for each link. */
export interface ByteToxic<F extends Fields = Fields> extends NamedType<F> {
  readonly affects: "bytes";
  /** It drops bytes: links that it applied to can't go on without it. */
  readonly closesWhenRemoved?: true;
  begin(attributes: Decoded<F>, outlet: Outlet, context: ToxicContext): Behaviour;
}

/** Changes requests and responses of a proxy that speaks HTTP. */
export interface HttpToxic<F extends Fields = Fields> extends NamedType<F> {
  readonly affects: "http";
  fault(attributes: Decoded<F>): HttpFault;
}

/** Changes the answers of a proxy that speaks DNS. */
export interface DnsToxic<F extends Fields = Fields> extends NamedType<F> {
  readonly affects: "dns";
  answer(attributes: Decoded<F>): DnsAnswer;
}

export type ToxicType = ByteToxic | HttpToxic | DnsToxic;

/** A toxic of a proxy, as it is now. */
export class Toxic {
  readonly name: string;
  readonly type: ToxicType;
  /** As it was given, in any case. */
  readonly stream: string;
  readonly direction: Direction;
  toxicity: number;
  attributes: Decoded<Fields>;
  /** It applies to the first so many connections (requests, queries) and then no more; 0 for all. */
  first: number;
  /** How many it applied to. */
  affected = 0;
  readonly shared: SharedPace = { freeAt: 0 };
  lease: Lease | undefined;
  #rolls = 0;

  constructor(
    settings: Pick<Toxic, "name" | "type" | "stream" | "direction" | "toxicity" | "attributes" | "first">,
  ) {
    this.name = settings.name;
    this.type = settings.type;
    this.stream = settings.stream;
    this.direction = settings.direction;
    this.toxicity = settings.toxicity;
    this.attributes = settings.attributes;
    this.first = settings.first;
  }

  /** Numbers the rolls of toxics that are rolled for each message, from 1. */
  rolled(): number {
    this.#rolls += 1;
    return this.#rolls;
  }

  /** Counts one connection, request or query; false once it has recovered. */
  admit(): boolean {
    if (this.first > 0 && this.affected >= this.first) return false;
    this.affected += 1;
    return true;
  }
}
