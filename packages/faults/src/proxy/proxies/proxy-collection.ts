import { proxyAlreadyExists, proxyNotFound } from "../api/errors.ts";
import type { RandomSource } from "../random.ts";
import { Proxy, type Log } from "./proxy.ts";
import type { ProxyChange, WantedProxy } from "./read.ts";

/** What came of creating several: those that were made or found, and why it stopped there. */
export interface Populated {
  readonly proxies: readonly Proxy[];
  readonly failure: unknown;
}

/** All proxies by name. Changes wait for each other. */
export class ProxyCollection {
  readonly #proxies = new Map<string, Proxy>();
  readonly #random: RandomSource;
  readonly #log: Log;
  #last: Promise<unknown> = Promise.resolve();

  constructor(random: RandomSource, log: Log) {
    this.#random = random;
    this.#log = log;
  }

  /** By name, sorted as bytes. */
  all(): Proxy[] {
    return [...this.#proxies.values()].toSorted((a, b) =>
      Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)),
    );
  }

  /** @throws ApiError when there is none of that name */
  get(name: string): Proxy {
    const found = this.#proxies.get(name);
    if (found === undefined) throw proxyNotFound();
    return found;
  }

  /** With its toxics, or not at all. @throws ApiError, AddressError */
  add(wanted: WantedProxy): Promise<Proxy> {
    return this.#oneAtATime(async () => {
      if (this.#proxies.has(wanted.name)) throw proxyAlreadyExists();
      return this.#create(wanted);
    });
  }

  /** A proxy with the same addresses stays as it is, with its toxics and connections; one with others is replaced. */
  populate(wanted: readonly WantedProxy[]): Promise<Populated> {
    return this.#oneAtATime(async () => {
      const proxies: Proxy[] = [];
      try {
        // One after the other: a later one may take the address of an earlier one.
        for (const each of wanted) proxies.push(await this.#addOrReplace(each));
        return { proxies, failure: undefined };
      } catch (failure) {
        return { proxies, failure };
      }
    });
  }

  /** @throws ApiError, AddressError */
  update(name: string, read: () => ProxyChange): Promise<Proxy> {
    return this.#oneAtATime(async () => {
      const proxy = this.get(name);
      await proxy.update(read());
      return proxy;
    });
  }

  /** @throws ApiError */
  remove(name: string): Promise<void> {
    return this.#oneAtATime(async () => {
      const proxy = this.get(name);
      this.#proxies.delete(name);
      await proxy.close();
    });
  }

  /** Starts those that are stopped and takes all toxics out. @throws AddressError */
  reset(): Promise<void> {
    return this.#oneAtATime(async () => {
      for (const proxy of this.#proxies.values()) {
        await proxy.start();
        proxy.toxics.removeAll();
      }
    });
  }

  close(): Promise<void> {
    return this.#oneAtATime(async () => {
      const proxies = [...this.#proxies.values()];
      this.#proxies.clear();
      await Promise.all(proxies.map((proxy) => proxy.close()));
    });
  }

  async #addOrReplace(wanted: WantedProxy): Promise<Proxy> {
    const existing = this.#proxies.get(wanted.name);
    if (existing !== undefined) {
      if (!(await existing.differsFrom(wanted.listen, wanted.upstream))) return existing;
      await existing.stop();
    }
    const created = await this.#create(wanted);
    await existing?.close();
    return created;
  }

  async #create(wanted: WantedProxy): Promise<Proxy> {
    const proxy = new Proxy(wanted, {
      random: this.#random,
      log: this.#log,
      expired: (expired) => void this.#expire(expired),
    });
    try {
      if (wanted.enabled) await proxy.start();
    } catch (error) {
      await proxy.close();
      throw error;
    }
    this.#proxies.set(wanted.name, proxy);
    return proxy;
  }

  #expire(proxy: Proxy): Promise<void> {
    return this.#oneAtATime(async () => {
      if (this.#proxies.get(proxy.name) !== proxy) return;
      this.#proxies.delete(proxy.name);
      await proxy.close();
      this.#log("proxy-expired", { proxy: proxy.name });
    });
  }

  #oneAtATime<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }
}
