import { Client } from "pg";

import type { DatabaseLog } from "../db/database.ts";
import { newsChannel } from "./log.ts";

/** Called with the newest position; positions only grow, and several commits may arrive as one. */
export type NewsListener = (position: number) => void;

/** Hands the newest position to whoever listens in this process. */
export class News {
  readonly #listeners = new Set<NewsListener>();
  readonly #log: DatabaseLog;
  #newest = 0;

  constructor(log: DatabaseLog) {
    this.#log = log;
  }

  subscribe(listener: NewsListener): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  publish(position: number): void {
    if (position <= this.#newest) return;
    this.#newest = position;
    for (const listener of this.#listeners) {
      try {
        listener(position);
      } catch (error) {
        this.#log.error({ err: error }, "a listener for new events failed");
      }
    }
  }
}

/** Waits between attempts to listen again, in milliseconds. */
const firstPause = 250;
const longestPause = 10_000;

/**
 * Listens on a PostgreSQL server for the positions that other processes commit, on a connection of its own, and
 * connects again when that breaks. After each connecting it asks for the head once, because news may have been missed.
 */
export class RemoteNews {
  readonly #databaseUrl: string;
  readonly #publish: NewsListener;
  readonly #log: DatabaseLog;
  readonly #head: () => Promise<number>;
  #client: Client | null = null;
  #timer: NodeJS.Timeout | null = null;
  #pause = firstPause;
  #stopped = false;

  constructor(options: {
    databaseUrl: string;
    publish: NewsListener;
    head: () => Promise<number>;
    log: DatabaseLog;
  }) {
    this.#databaseUrl = options.databaseUrl;
    this.#publish = options.publish;
    this.#head = options.head;
    this.#log = options.log;
  }

  /** Resolves when the first attempt has succeeded or failed; after a failure it goes on trying. */
  async start(): Promise<void> {
    const client = new Client({
      connectionString: this.#databaseUrl,
      application_name: "morrow news",
      keepAlive: true,
    });
    this.#client = client;
    client.on("error", (error) => this.#again(client, error));
    client.on("end", () => this.#again(client, null));
    client.on("notification", (news) => {
      if (news.channel === newsChannel && news.payload !== undefined) this.#publish(Number(news.payload));
    });
    try {
      await client.connect();
      await client.query(`listen ${newsChannel}`);
      this.#publish(await this.#head());
      this.#pause = firstPause;
    } catch (error) {
      this.#again(client, error);
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    const client = this.#client;
    this.#client = null;
    await client?.end();
  }

  #again(client: Client, error: unknown): void {
    if (this.#stopped || client !== this.#client) return;
    this.#client = null;
    this.#log.warn(
      { err: error, pause: this.#pause },
      "the connection for news of events broke; trying again",
    );
    client.end().catch(() => undefined);
    this.#timer = setTimeout(() => void this.start(), this.#pause);
    this.#pause = Math.min(this.#pause * 2, longestPause);
  }
}
