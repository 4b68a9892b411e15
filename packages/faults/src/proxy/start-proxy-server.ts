import { readFile } from "node:fs/promises";

import { createApi } from "./api/server.ts";
import { createMetrics } from "./metrics.ts";
import { isLoopback, joinHostPort, type ResolvedAddress } from "./proxies/address.ts";
import { listen } from "./proxies/listen.ts";
import type { Log } from "./proxies/proxy.ts";
import { ProxyCollection } from "./proxies/proxy-collection.ts";
import { readProxies } from "./proxies/read.ts";
import { RandomSource } from "./random.ts";

export interface ProxyServerSettings {
  /** Where the API listens. Default 127.0.0.1. */
  readonly host?: string;
  /** Default 8474; 0 for any free one. */
  readonly port?: number;
  /** A JSON file with a list of proxies, as for POST /populate. */
  readonly config?: string;
  /** With the same seed, dice fall the same for the same connections. Default: another one each time. */
  readonly seed?: number;
  /** Asked of every request to the API when it is given. */
  readonly token?: string;
  readonly log?: Log;
}

export interface ProxyServer {
  /** Origin of the API: http://127.0.0.1:8474. */
  readonly url: string;
  readonly seed: number;
  /** Stops the API and all proxies, and closes their connections. */
  close(): Promise<void>;
}

/**
 * Starts the fault proxy with Toxiproxy's HTTP API. A config that can't be read, or a proxy in it that can't start, stops nothing: it is
 * logged, as with Toxiproxy. @throws AddressError when the API can't listen
 */
export async function startProxyServer(settings: ProxyServerSettings = {}): Promise<ProxyServer> {
  const { host = "127.0.0.1", port = 8474, token, log = () => undefined } = settings;
  const random = new RandomSource(settings.seed);
  const proxies = new ProxyCollection(random, log);
  const api = createApi({ proxies, metrics: createMetrics(proxies), token });
  if (settings.config !== undefined) await populate(proxies, settings.config, log);
  let bound: ResolvedAddress;
  try {
    bound = await listen(api, { ip: host === "localhost" ? "127.0.0.1" : host, port });
  } catch (error) {
    await proxies.close();
    throw error;
  }
  const url = `http://${joinHostPort(bound.ip === "::" ? "::1" : bound.ip, bound.port)}`;
  log("api-started", { url, seed: random.seed });
  if (!isLoopback(bound.ip))
    log(token === undefined ? "api-open-to-all" : "api-reachable-from-outside", { url });
  return {
    url,
    seed: random.seed,
    async close() {
      const closed = new Promise((resolve) => api.close(resolve));
      api.closeAllConnections();
      await closed;
      await proxies.close();
    },
  };
}

async function populate(proxies: ProxyCollection, path: string, log: Log): Promise<void> {
  try {
    const { proxies: made, failure } = await proxies.populate(readProxies(await readFile(path)));
    if (failure !== undefined) throw failure;
    log("config-populated", { config: path, proxies: made.length });
  } catch (error) {
    log("config-failed", { config: path, because: error instanceof Error ? error.message : String(error) });
  }
}
