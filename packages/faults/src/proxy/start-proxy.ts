import { printGoJson } from "./go-json/index.ts";
import { splitHostPort } from "./proxies/address.ts";
import { Proxy } from "./proxies/proxy.ts";
import { parseProtocol, type Protocol } from "./proxies/protocol.ts";
import { RandomSource } from "./random.ts";
import { readToxic, readToxicChange } from "./toxics/read.ts";
import type { Direction } from "./toxics/toxic.ts";

/** What each toxic takes. Times in milliseconds except the slicer's. */
export interface ToxicAttributes {
  latency: { latency?: number; jitter?: number };
  /** Units of 1000 bytes a second; 0 stalls. */
  bandwidth: { rate?: number; shared?: boolean };
  slow_close: { delay?: number };
  timeout: { timeout?: number };
  reset_peer: { timeout?: number };
  /** `delay` in microseconds. */
  slicer: { average_size?: number; size_variation?: number; delay?: number };
  limit_data: { bytes?: number };
  noop: Record<string, never>;
  http: {
    method?: string;
    path?: string;
    status?: number;
    headers?: Readonly<Record<string, string>>;
    body?: string;
    delay?: number;
    ask_upstream?: boolean;
  };
  dns: {
    name?: string;
    record_type?: string;
    answer?: "nxdomain" | "servfail" | "refused" | "timeout" | "address";
    address?: string;
    delay?: number;
  };
}

/** A toxic as the HTTP API takes it. */
export type ToxicRequest = {
  [Type in keyof ToxicAttributes]: {
    readonly type: Type;
    readonly attributes?: ToxicAttributes[Type];
    /** Default `<type>_<stream>`. */
    readonly name?: string;
    /** Default downstream: from the server to the client. */
    readonly stream?: Direction;
    /** Share of the connections that it applies to, 0 to 1. Default 1. */
    readonly toxicity?: number;
    /** Only the first so many connections (requests, queries). Default all. */
    readonly first?: number;
    /** Takes itself out after so many milliseconds. Default never. */
    readonly expires_in?: number;
  };
}[keyof ToxicAttributes];

export interface StartProxySettings {
  /** `host:port` of the server behind it, or the path of its UNIX socket. */
  readonly upstream: string;
  /** `host:port` to listen at. Default 127.0.0.1:0, any free port. */
  readonly listen?: string;
  readonly protocol?: Protocol;
  readonly toxics?: readonly ToxicRequest[];
  /** With the same seed, dice fall the same for the same connections. */
  readonly seed?: number;
}

export interface ActiveToxic {
  readonly name: string;
  /** How many connections (requests, queries) it applied to so far. */
  readonly affected: number;
  update(change: {
    readonly attributes?: ToxicRequest["attributes"];
    readonly toxicity?: number;
    readonly first?: number;
    readonly expires_in?: number;
  }): void;
  /** Does nothing when it is out already. */
  remove(): void;
}

export interface RunningProxy {
  readonly host: string;
  readonly port: number;
  /** `host:port`. */
  readonly listen: string;
  /** Live connections take it on at once. @throws ApiError with the problem in words */
  addToxic(toxic: ToxicRequest): ActiveToxic;
  /** Stops listening and closes all connections, as a server that dies. */
  disable(): Promise<void>;
  /** Listens again, at the same address. */
  enable(): Promise<void>;
  /** Closes everything. */
  close(): Promise<void>;
}

/** A proxy in this process, without the HTTP API: for tests. @throws AddressError, ApiError */
export async function startProxy(settings: StartProxySettings): Promise<RunningProxy> {
  const { upstream, listen = "127.0.0.1:0", toxics = [], protocol = "tcp" } = settings;
  const proxy = new Proxy(
    {
      name: "proxy",
      listen,
      upstream,
      enabled: true,
      protocol: parseProtocol(protocol) ?? "tcp",
      expiresIn: 0,
      toxics: toxics.map((toxic) => readToxic(toBody(toxic), protocol)),
    },
    { random: new RandomSource(settings.seed), log: () => undefined, expired: () => undefined },
  );
  await proxy.start();
  const { host, port } = splitHostPort(proxy.listen);
  return {
    host,
    port: Number(port),
    listen: proxy.listen,
    addToxic: (request) => activate(proxy, request),
    disable: () => proxy.stop(),
    enable: () => proxy.start(),
    close: () => proxy.close(),
  };
}

function activate(proxy: Proxy, request: ToxicRequest): ActiveToxic {
  const toxic = proxy.toxics.add(readToxic(toBody(request), proxy.protocol));
  return {
    name: toxic.name,
    get affected() {
      return toxic.affected;
    },
    update: (change) => proxy.toxics.update(toxic, readToxicChange(toBody(change), toxic)),
    remove: () => {
      if (proxy.toxics.all.includes(toxic)) proxy.toxics.remove(toxic);
    },
  };
}

/** One way in for both doors: what the HTTP API checks is checked here. */
function toBody(value: unknown): Buffer {
  return Buffer.from(printGoJson(value));
}
