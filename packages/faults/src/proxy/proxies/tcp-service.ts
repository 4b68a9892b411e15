import { connect, createServer, type Server, type Socket } from "node:net";

import { HttpLayer } from "../http/layer.ts";
import { appliesTo, type HttpFault } from "../http/fault.ts";
import { Connection } from "../links/connection.ts";
import type { RandomSource } from "../random.ts";
import type { Toxic } from "../toxics/toxic.ts";
import { parsePort, splitHostPort, type ResolvedAddress } from "./address.ts";
import { listen } from "./listen.ts";
import type { Service, Traffic } from "./service.ts";

export interface TcpSettings {
  readonly proxy: string;
  /** `host:port`, as it is now. */
  upstream(): string;
  /** All toxics, in the order in which bytes meet them. */
  toxics(): readonly Toxic[];
  /** Speak HTTP on every connection, also where no toxic asks for it yet. */
  readonly http: boolean;
  readonly random: RandomSource;
  log(event: string, details: Readonly<Record<string, string | number>>): void;
}

/** Buffers are left as Node has them: larger ones gained nothing that could be measured. */
const socketOptions = {
  allowHalfOpen: true,
  noDelay: true,
  keepAlive: true,
  keepAliveInitialDelay: 15_000,
};

/** Accepts clients and joins each with a connection to the upstream. */
export class TcpService implements Service {
  readonly #settings: TcpSettings;
  readonly #connections = new Map<Connection | Socket, readonly [client: Socket, upstream: Socket]>();
  readonly #http: HttpLayer;
  readonly #httpClients = new Set<Socket>();
  #server: Server | undefined;
  #accepted = 0;
  #failures = 0;
  readonly #past = { received: { upstream: 0, downstream: 0 }, sent: { upstream: 0, downstream: 0 } };

  constructor(settings: TcpSettings) {
    this.#settings = settings;
    this.#http = new HttpLayer((method, target) => this.#findFault(method, target));
  }

  async start(address: ResolvedAddress): Promise<ResolvedAddress> {
    const server = createServer({ ...socketOptions, pauseOnConnect: true }, (client) => this.#accept(client));
    const bound = await listen(server, address);
    server.on("error", (error) => this.#settings.log("accept-failed", { because: error.message }));
    this.#server = server;
    return bound;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    if (server === undefined) return;
    this.#server = undefined;
    const closed = new Promise((resolve) => server.close(resolve));
    for (const sides of this.#connections.values()) for (const side of sides) side.destroy();
    for (const client of this.#httpClients) client.destroy();
    await closed;
  }

  addToxic(toxic: Toxic): void {
    for (const connection of this.#joined()) connection.addToxic(toxic);
  }

  updateToxic(toxic: Toxic): void {
    for (const connection of this.#joined()) connection.updateToxic(toxic);
  }

  removeToxic(toxic: Toxic): void {
    for (const connection of this.#joined()) connection.removeToxic(toxic);
  }

  get traffic(): Traffic {
    const received = { ...this.#past.received };
    const sent = { ...this.#past.sent };
    for (const sides of this.#connections.values()) count(received, sent, sides);
    const connections = [...this.#joined()].length;
    return { received, sent, connections, connectionsTotal: this.#accepted, failures: this.#failures };
  }

  *#joined(): Generator<Connection> {
    for (const entry of this.#connections.keys()) if (entry instanceof Connection) yield entry;
  }

  #accept(client: Socket): void {
    this.#accepted += 1;
    const number = this.#accepted;
    let upstream: Socket;
    client.on("error", () => undefined);
    try {
      upstream = connect({ ...socketOptions, ...upstreamOf(this.#settings.upstream()) });
    } catch (error) {
      this.#failed(client, error);
      return;
    }
    this.#connections.set(client, [client, upstream]);
    const abandon = () => upstream.destroy();
    client.once("close", abandon);
    const failed = (error: Error) => this.#failed(client, error);
    upstream.once("error", failed);
    upstream.once("close", () => this.#connections.delete(client));
    upstream.once("connect", () => {
      client.off("close", abandon);
      upstream.off("error", failed);
      this.#connections.delete(client);
      if (this.#server === undefined || client.destroyed) upstream.destroy();
      else this.#join(client, upstream, number);
    });
  }

  #join(client: Socket, upstream: Socket, number: number): void {
    const { proxy, random } = this.#settings;
    const toxics = this.#settings.toxics();
    const speaksHttp = this.#settings.http || toxics.some((toxic) => toxic.type.affects === "http");
    if (speaksHttp) {
      // It may still be getting its last answer when the connection below is over.
      this.#httpClients.add(client);
      client.once("close", () => this.#httpClients.delete(client));
    }
    const connection = new Connection({
      client: speaksHttp ? this.#http.join(client) : client,
      upstream,
      number,
      proxy,
      random,
      closed: () => {
        this.#connections.delete(connection);
        count(this.#past.received, this.#past.sent, [client, upstream]);
      },
    });
    this.#connections.set(connection, [client, upstream]);
    connection.start(toxics);
  }

  /** The client finds the connection accepted and then closed, as behind any proxy whose server is down. */
  #failed(client: Socket, error: unknown): void {
    this.#failures += 1;
    const because = error instanceof Error ? error.message : String(error);
    this.#settings.log("upstream-unreachable", { upstream: this.#settings.upstream(), because });
    client.destroy();
  }

  #findFault(method: string, target: string): HttpFault | undefined {
    for (const toxic of this.#settings.toxics()) {
      if (toxic.type.affects !== "http") continue;
      const fault = toxic.type.fault(toxic.attributes);
      if (!appliesTo(fault, method, target)) continue;
      const roll = this.#settings.random.for(this.#settings.proxy, "http", toxic.name, toxic.rolled());
      if (roll.fraction() < toxic.toxicity && toxic.admit()) return fault;
    }
    return undefined;
  }
}

/** `host:port`, or the path of a UNIX socket. @throws AddressError */
function upstreamOf(upstream: string): { path: string } | { host: string; port: number } {
  if (upstream.startsWith("/")) return { path: upstream };
  const { host, port } = splitHostPort(upstream);
  return { host: host === "" ? "localhost" : host, port: parsePort(port) };
}

function count(
  received: Record<"upstream" | "downstream", number>,
  sent: Record<"upstream" | "downstream", number>,
  [client, upstream]: readonly [Socket, Socket],
): void {
  received.upstream += client.bytesRead;
  sent.upstream += upstream.bytesWritten;
  received.downstream += upstream.bytesRead;
  sent.downstream += client.bytesWritten;
}
