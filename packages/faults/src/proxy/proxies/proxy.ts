import { DnsService } from "../dns/service.ts";
import { Lease } from "../lease.ts";
import type { RandomSource } from "../random.ts";
import { ToxicCollection } from "../toxics/toxic-collection.ts";
import { AddressError, isLoopback, printAddress, resolveAddress, type ResolvedAddress } from "./address.ts";
import type { Protocol } from "./protocol.ts";
import type { ProxyChange, WantedProxy } from "./read.ts";
import type { Service, Traffic } from "./service.ts";
import { TcpService } from "./tcp-service.ts";

/** Says what happened: `event` is stable, details are for machines and people. */
export type Log = (event: string, details: Readonly<Record<string, string | number>>) => void;

export interface ProxySettings {
  readonly random: RandomSource;
  readonly log: Log;
  /** Its lease was not renewed in time. */
  expired(proxy: Proxy): void;
}

/** One listening address, one upstream, and the toxics between them. Changes must be made one at a time; the collection sees to that. */
export class Proxy {
  readonly name: string;
  readonly protocol: Protocol;
  readonly toxics: ToxicCollection;
  readonly lease: Lease;
  #listen: string;
  #upstream: string;
  #enabled = false;
  readonly #service: Service;
  readonly #log: Log;

  /** Not listening yet. */
  constructor(wanted: WantedProxy, settings: ProxySettings) {
    this.name = wanted.name;
    this.protocol = wanted.protocol;
    this.#listen = wanted.listen;
    this.#upstream = wanted.upstream;
    this.#log = (event, details) => settings.log(event, { proxy: this.name, ...details });
    const shared = {
      proxy: this.name,
      upstream: () => this.#upstream,
      toxics: () => this.toxics.all,
      random: settings.random,
      log: this.#log,
    };
    this.#service =
      this.protocol === "dns"
        ? new DnsService(shared)
        : new TcpService({ ...shared, http: this.protocol === "http" });
    this.toxics = new ToxicCollection(this.#service, (toxic) =>
      this.#log("toxic-expired", { toxic: toxic.name }),
    );
    this.lease = new Lease(() => settings.expired(this));
    for (const toxic of wanted.toxics) this.toxics.add(toxic);
    this.lease.renew(wanted.expiresIn);
  }

  /** Where it listens: as it was given until it starts, then the address that it got. */
  get listen(): string {
    return this.#listen;
  }

  get upstream(): string {
    return this.#upstream;
  }

  get enabled(): boolean {
    return this.#enabled;
  }

  get traffic(): Traffic {
    return this.#service.traffic;
  }

  /** Does nothing when it listens already. @throws AddressError */
  async start(): Promise<void> {
    if (this.#enabled) return;
    const bound = await this.#service.start(await this.#resolveListen());
    this.#listen = printAddress(bound);
    this.#enabled = true;
    this.#log("proxy-started", { listen: this.#listen, upstream: this.#upstream });
    if (!isLoopback(bound.ip)) this.#log("proxy-reachable-from-outside", { listen: this.#listen });
  }

  /** Closes all connections at once; toxics stay. */
  async stop(): Promise<void> {
    if (!this.#enabled) return;
    this.#enabled = false;
    await this.#service.stop();
    this.#log("proxy-stopped", { listen: this.#listen });
  }

  /** Stops it for good. */
  async close(): Promise<void> {
    this.lease.cancel();
    for (const toxic of this.toxics.all) toxic.lease?.cancel();
    await this.stop();
  }

  /** Another address, in either place, closes all connections. @throws AddressError */
  async update(change: ProxyChange): Promise<void> {
    const { listen = this.#listen, upstream = this.#upstream, enabled = this.#enabled } = change;
    if (await this.differsFrom(listen, upstream)) {
      await this.stop();
      this.#listen = listen;
      this.#upstream = upstream;
    }
    if (enabled) await this.start();
    else await this.stop();
    if (change.expiresIn !== undefined) this.lease.renew(change.expiresIn);
  }

  /** Compares the address that it listens at with what the other one resolves to. @throws AddressError */
  async differsFrom(listen: string, upstream: string): Promise<boolean> {
    return this.#listen !== printAddress(await resolveAddress(listen)) || this.#upstream !== upstream;
  }

  async #resolveListen(): Promise<ResolvedAddress> {
    try {
      return await resolveAddress(this.#listen);
    } catch (error) {
      if (error instanceof AddressError)
        throw new AddressError(`listen tcp: ${error.message}`, { cause: error });
      throw error;
    }
  }
}
