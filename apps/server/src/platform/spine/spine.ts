import { v7 as uuidv7 } from "uuid";

import type { Database } from "../db/database.ts";
import { internalsOf } from "../db/internals.ts";
import type { JsonValue } from "../db/json.ts";
import type { Trx } from "../db/transactions.ts";
import type { Actor, Audiences, NewEvent, StoredEvent } from "./event.ts";
import { type Effects, type Follower, LogFollower } from "./follower.ts";
import { claim, type Once, onceOf, storeAnswer } from "./idempotency.ts";
import { append, type EventToAppend, readEvents, readHead } from "./log.ts";
import { News, RemoteNews } from "./news.ts";

/** What a change has in hand while it runs. */
export interface Work {
  readonly trx: Trx;
  /** ISO instant; the time of every event of this change. */
  readonly now: string;
  /** A new UUIDv7. */
  newId(): string;
  /** Says what happened. Stored with the change, or not at all. */
  record(event: NewEvent): void;
}

export interface WriteRequest {
  actor: Actor;
  /** Chosen by the client, once per intention; a repeat is answered with the first answer. */
  idempotencyKey?: string;
  /** A digest of route and body; required to mean anything beside a key. Defaults to the empty string. */
  fingerprint?: string;
}

export interface Spine {
  /**
   * One change, in one transaction: `fn` writes rows and records events; both are stored or neither.
   * With an idempotency key the answer is stored too, as JSON, and given again to a repeat without running `fn`;
   * the answer must therefore be JSON. `fn` may run more than once (see Database.write).
   * Throws IdempotencyKeyReused, and whatever `fn` throws.
   */
  write<T>(request: WriteRequest, fn: (work: Work) => Promise<T>): Promise<T>;
  /** Up to `limit` events after a position, oldest first. To resume, pass the last position received. */
  read(after: number, limit: number, audiences?: Audiences): Promise<StoredEvent[]>;
  /** The position of the newest event; 0 when there is none. */
  head(): Promise<number>;
  /** News of commits, of all processes: the newest position. Returns the way to stop. */
  subscribe(listener: (position: number) => void): () => void;
  /**
   * Starts a durable reader: `effects` gets each event at least once, in order, in a transaction that also stores how
   * far it came, so database effects happen exactly once. One process at a time does the work.
   * A name that starts with `derived:` says that what it fills (tables with a comment `derived…`) is left out of backups:
   * after a restore it begins again at the first event.
   * `batch`: how many events share a transaction at most (200), fewer where their effects take long.
   */
  follow(name: string, effects: Effects, options?: { batch?: number }): Follower;
  /** Forgets the answers given before an instant. */
  forgetAnswers(before: string): Promise<void>;
  /** Stops followers and news. Call before closing the database. */
  stop(): Promise<void>;
}

export interface SpineDeps {
  /** Time and identity come in, so that tests can choose them. Defaults: the system clock, UUIDv7. */
  now?: () => string;
  newId?: () => string;
}

/** The event spine on an open database. On a PostgreSQL server it listens for the news of other processes. */
export async function openSpine(db: Database, deps: SpineDeps = {}): Promise<Spine> {
  const { databaseUrl, log } = internalsOf(db);
  const news = new News(log);
  const remote =
    databaseUrl === null
      ? null
      : new RemoteNews({
          databaseUrl,
          log,
          head: () => db.read(readHead),
          publish: (position) => news.publish(position),
        });
  await remote?.start();
  return new DatabaseSpine({
    db,
    news,
    remote,
    now: deps.now ?? (() => new Date().toISOString()),
    newId: deps.newId ?? (() => uuidv7()),
  });
}

interface Parts {
  db: Database;
  news: News;
  remote: RemoteNews | null;
  now: () => string;
  newId: () => string;
}

class DatabaseSpine implements Spine {
  readonly #parts: Parts;
  readonly #followers = new Set<Follower>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async write<T>(request: WriteRequest, fn: (work: Work) => Promise<T>): Promise<T> {
    const { db, news } = this.#parts;
    const { result, head } = await db.write((trx) => this.#change(trx, request, fn));
    if (head !== null) news.publish(head);
    return result;
  }

  async #change<T>(
    trx: Trx,
    request: WriteRequest,
    fn: (work: Work) => Promise<T>,
  ): Promise<{ result: T; head: number | null }> {
    const now = this.#parts.now();
    const { actor, idempotencyKey } = request;
    const once =
      idempotencyKey === undefined ? null : onceOf(actor, idempotencyKey, request.fingerprint ?? "");
    if (once !== null) {
      const earlier = await claim(trx, once, now);
      if (!earlier.claimed) return { result: sameAsBefore<T>(earlier.result), head: null };
    }
    const events: EventToAppend[] = [];
    const newId = this.#parts.newId;
    const record = (event: NewEvent) => void events.push({ ...event, id: newId() });
    const answer = await fn({ trx, now, newId, record });
    const result = once === null ? answer : await this.#keep<T>(trx, once, answer);
    const head = events.length === 0 ? null : await append(trx, actor, now, events);
    return { result, head };
  }

  /** The first answer takes the same way through JSON as a repeated one, so that both are the same. */
  async #keep<T>(trx: Trx, once: Once, answer: unknown): Promise<T> {
    const json = asJson(answer);
    await storeAnswer(trx, once, json);
    return sameAsBefore<T>(json);
  }

  read(after: number, limit: number, audiences: Audiences = { kind: "all" }): Promise<StoredEvent[]> {
    return this.#parts.db.read((trx) => readEvents(trx, after, limit, audiences));
  }

  head(): Promise<number> {
    return this.#parts.db.read(readHead);
  }

  subscribe(listener: (position: number) => void): () => void {
    return this.#parts.news.subscribe(listener);
  }

  follow(name: string, effects: Effects, options: { batch?: number } = {}): Follower {
    const { db, news, now } = this.#parts;
    const follower = new LogFollower({
      name,
      db,
      news,
      now,
      effects,
      batch: options.batch,
      log: internalsOf(db).log,
    });
    this.#followers.add(follower);
    return follower;
  }

  async forgetAnswers(before: string): Promise<void> {
    await this.#parts.db.write((trx) => trx.deleteFrom("idempotency").where("at", "<", before).execute());
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#followers].map((follower) => follower.stop()));
    await this.#parts.remote?.stop();
  }
}

function asJson(result: unknown): JsonValue {
  const text: string | undefined = JSON.stringify(result);
  return text === undefined ? null : JSON.parse(text);
}

/** The caller's `fn` made this value from the same request; its type is the caller's promise that it is JSON. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller's type is the promise
function sameAsBefore<T>(stored: JsonValue | null): T {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same request made this value before
  return stored as T;
}
