import type { Database, DatabaseLog } from "../db/database.ts";
import type { Trx } from "../db/transactions.ts";
import type { StoredEvent } from "./event.ts";
import { FollowerStopped } from "./errors.ts";
import { readEvents, readHead } from "./log.ts";
import type { News } from "./news.ts";

/** A durable reader of the log. */
export interface Follower {
  readonly name: string;
  /**
   * Resolves when the effects of every event up to `position` are stored, by this process or another.
   * Throws FollowerStopped.
   */
  reached(position: number): Promise<void>;
  /** What it is doing; `failing` carries the error it keeps meeting and the position it stands at. */
  state(): FollowerState;
  /** Finishes the batch in hand and ends. */
  stop(): Promise<void>;
}

export type FollowerState =
  | { kind: "following"; position: number }
  | { kind: "failing"; position: number; error: string };

/** Stores the effects of a batch. Runs again with the same events when its transaction fails. */
export type Effects = (trx: Trx, events: readonly StoredEvent[]) => Promise<void>;

const usualBatch = 200;
/** How often it looks without news, in milliseconds: another process may have taken the work and died. */
const lookAgain = 5_000;
const firstPause = 500;
const longestPause = 60_000;

type Step = { kind: "moved" | "caught-up" | "elsewhere"; position: number };

interface Waiter {
  position: number;
  resolve(): void;
  reject(error: Error): void;
}

export interface FollowerParts {
  name: string;
  db: Database;
  news: News;
  log: DatabaseLog;
  now: () => string;
  effects: Effects;
  /** Events in one transaction, at most; fewer where their effects take long. */
  batch?: number | undefined;
}

export class LogFollower implements Follower {
  readonly name: string;
  readonly #parts: FollowerParts;
  readonly #unsubscribe: () => void;
  readonly #waiters = new Set<Waiter>();
  readonly #stopRequested = Promise.withResolvers<void>();
  readonly #ended: Promise<void>;
  #wake = Promise.withResolvers<void>();
  #stopped = false;
  #position = 0;
  #failure: { error: string; pause: number } | null = null;

  constructor(parts: FollowerParts) {
    this.name = parts.name;
    this.#parts = parts;
    this.#unsubscribe = parts.news.subscribe(() => this.#wake.resolve());
    this.#ended = this.#run();
  }

  reached(position: number): Promise<void> {
    if (position <= this.#position) return Promise.resolve();
    if (this.#stopped) return Promise.reject(new FollowerStopped(this.name));
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#waiters.add({ position, resolve, reject });
    this.#wake.resolve();
    return promise;
  }

  state(): FollowerState {
    if (this.#failure === null) return { kind: "following", position: this.#position };
    return { kind: "failing", position: this.#position, error: this.#failure.error };
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#unsubscribe();
    this.#stopRequested.resolve();
    await this.#ended;
    for (const waiter of this.#waiters) waiter.reject(new FollowerStopped(this.name));
    this.#waiters.clear();
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      this.#wake = Promise.withResolvers();
      const moved = await this.#tryStep();
      if (!moved && !this.#stopped) await this.#rest();
    }
  }

  /** True when there may be more to do at once. */
  async #tryStep(): Promise<boolean> {
    try {
      const nothingNew = await this.#parts.db.read((trx) => this.#nothingNew(trx));
      const step = nothingNew ?? (await this.#parts.db.write((trx) => this.#step(trx)));
      this.#failure = null;
      this.#arrive(step.position);
      return step.kind === "moved";
    } catch (error) {
      const pause = Math.min((this.#failure?.pause ?? firstPause / 2) * 2, longestPause);
      this.#failure = { error: String(error), pause };
      this.#parts.log.error(
        { err: error, follower: this.name, position: this.#position, pause },
        "a follower failed; it will try again",
      );
      return false;
    }
  }

  /** Null when there is work. Looking first spares a commit, and so a wait for the disk, when there is none. */
  async #nothingNew(trx: Trx): Promise<Step | null> {
    const stored = await storedPosition(trx, this.name);
    const head = await readHead(trx);
    return stored !== null && stored >= head ? { kind: "caught-up", position: stored } : null;
  }

  /** One batch. The row lock on its own line lets one process at a time do the work; the others see `elsewhere`. */
  async #step(trx: Trx): Promise<Step> {
    const { name, now, effects, batch = usualBatch } = this.#parts;
    const mine = await trx
      .selectFrom("event_follower")
      .select("position")
      .where("name", "=", name)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (mine === undefined) return this.#elsewhere(trx);
    const events = await readEvents(trx, mine.position, batch, { kind: "all" });
    const last = events.at(-1);
    if (last === undefined) return { kind: "caught-up", position: mine.position };
    await effects(trx, events);
    await trx
      .updateTable("event_follower")
      .set({ position: last.position, updated_at: now() })
      .where("name", "=", name)
      .execute();
    return { kind: "moved", position: last.position };
  }

  async #elsewhere(trx: Trx): Promise<Step> {
    const { name, now } = this.#parts;
    const inserted = await trx
      .insertInto("event_follower")
      .values({ name, position: 0, updated_at: now() })
      .onConflict((conflict) => conflict.column("name").doNothing())
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows === 1n) return { kind: "moved", position: 0 };
    return { kind: "elsewhere", position: (await storedPosition(trx, name)) ?? 0 };
  }

  #arrive(position: number): void {
    this.#position = Math.max(this.#position, position);
    for (const waiter of this.#waiters) {
      if (waiter.position > this.#position) continue;
      this.#waiters.delete(waiter);
      waiter.resolve();
    }
  }

  async #rest(): Promise<void> {
    // Somebody who waits while another process works can't be told by news; look more often for them.
    const idle = this.#waiters.size > 0 ? firstPause / 10 : lookAgain;
    const alarm = Promise.withResolvers<void>();
    const timer = setTimeout(() => alarm.resolve(), this.#failure?.pause ?? idle);
    const woken = this.#failure === null ? [this.#wake.promise] : [];
    await Promise.race([alarm.promise, this.#stopRequested.promise, ...woken]);
    clearTimeout(timer);
  }
}

async function storedPosition(trx: Trx, name: string): Promise<number | null> {
  const row = await trx
    .selectFrom("event_follower")
    .select("position")
    .where("name", "=", name)
    .executeTakeFirst();
  return row?.position ?? null;
}
