import type { Toxic } from "../toxics/toxic.ts";
import type { ResolvedAddress } from "./address.ts";

/** What listens for a proxy: TCP, HTTP or DNS. */
export interface Service {
  /** @throws AddressError */
  start(address: ResolvedAddress): Promise<ResolvedAddress>;
  /** Listens no more and closes all connections at once. */
  stop(): Promise<void>;
  addToxic(toxic: Toxic): void;
  updateToxic(toxic: Toxic): void;
  removeToxic(toxic: Toxic): void;
  /** Live figures. */
  readonly traffic: Traffic;
}

/** What went through so far; the names are those of Toxiproxy where it has them. */
export interface Traffic {
  /** Bytes read from the client (upstream) and from the server (downstream). */
  readonly received: Readonly<Record<"upstream" | "downstream", number>>;
  readonly sent: Readonly<Record<"upstream" | "downstream", number>>;
  readonly connections: number;
  readonly connectionsTotal: number;
  /** The server could not be reached. */
  readonly failures: number;
}
