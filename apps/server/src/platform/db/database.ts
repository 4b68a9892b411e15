import type { Kysely } from "kysely";
import type { Pool } from "pg";

import { type Engine, startEngineThread } from "./embedded/engine.ts";
import type { Statistics } from "./embedded/messages.ts";
import { migrate } from "./migrate.ts";
import { embeddedPool, serverPool } from "./pool.ts";
import type { Tables } from "./schema.ts";
import { Transactions, type Trx } from "./transactions.ts";

/** What the database says while it works; pino's logger fits. */
export interface DatabaseLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** Where the data lives: in a folder of this machine, or on a PostgreSQL server. */
export type DatabasePlace = { dataFolder: string } | { databaseUrl: string };

export interface DatabaseDeps {
  log: DatabaseLog;
  /** Embedded only. False lets commits return before they are on disk: for tests, never for people's data. */
  durable?: boolean;
}

export interface Database {
  readonly kind: "embedded" | "server";
  /**
   * Runs `fn` in a read-only transaction that sees one state of the database throughout.
   * On the embedded database transactions queue for one connection, first come, first served: keep them short.
   * Throws NestedTransaction when called inside another `read` or `write`.
   */
  read<T>(fn: (trx: Trx) => Promise<T>): Promise<T>;
  /**
   * Runs `fn` in a read-write transaction (read committed) and commits when it resolves; an error rolls back.
   * A lost race for locks is repeated up to five times on PostgreSQL: `fn` must do nothing outside the transaction.
   * Throws NestedTransaction when called inside another `read` or `write`.
   */
  write<T>(fn: (trx: Trx) => Promise<T>): Promise<T>;
  /** Waits for running transactions, writes everything out and lets go of the folder. */
  close(): Promise<void>;
}

/** What only the platform itself may reach: connections outside any transaction. */
export interface DatabaseInternals {
  readonly kysely: Kysely<Tables>;
  readonly engine: Engine | null;
  readonly databaseUrl: string | null;
  readonly log: DatabaseLog;
  statistics(): Promise<Statistics>;
}

const internals = new WeakMap<Database, DatabaseInternals>();

/** For platform/db and platform/spine only. */
export function internalsOf(db: Database): DatabaseInternals {
  const found = internals.get(db);
  if (found === undefined) throw new TypeError("This database was not opened by openDatabase");
  return found;
}

/**
 * Opens the database and brings it to the newest migration. The embedded one is locked first, and made when the folder
 * is empty (about five seconds).
 * Throws DataFolderInUse, DatabaseTooNew, EngineStopped, or pg's error when the server can't be reached.
 */
export async function openDatabase(place: DatabasePlace, deps: DatabaseDeps): Promise<Database> {
  const db =
    "dataFolder" in place ? await openEmbedded(place.dataFolder, deps) : openServer(place.databaseUrl, deps);
  try {
    const done = await migrate(internalsOf(db).kysely);
    if (done.length > 0) deps.log.info({ migrations: done }, "database migrated");
  } catch (error) {
    await db.close();
    throw error;
  }
  return db;
}

async function openEmbedded(folder: string, deps: DatabaseDeps): Promise<Database> {
  const engine = await startEngineThread({ folder, durable: deps.durable ?? true });
  const { pool, kysely } = embeddedPool(engine);
  pool.on("error", (error) => deps.log.error({ err: error }, "the embedded database failed"));
  return assemble("embedded", pool, {
    kysely,
    engine,
    databaseUrl: null,
    log: deps.log,
    statistics: () => engine.statistics(),
  });
}

function openServer(databaseUrl: string, deps: DatabaseDeps): Database {
  const { pool, kysely } = serverPool(databaseUrl, (error) => {
    deps.log.warn({ err: error }, "an idle database connection broke; it will be replaced");
  });
  return assemble("server", pool, {
    kysely,
    engine: null,
    databaseUrl,
    log: deps.log,
    statistics: async () => ({ fileSyncs: 0 }),
  });
}

function assemble(kind: Database["kind"], pool: Pool, inside: DatabaseInternals): Database {
  const transactions = new Transactions(inside.kysely);
  let closing: Promise<void> | null = null;
  const db: Database = {
    kind,
    read: (fn) => transactions.read(fn),
    write: (fn) => transactions.write(fn),
    close: () => (closing ??= close(pool, inside.engine)),
  };
  internals.set(db, inside);
  return db;
}

async function close(pool: Pool, engine: Engine | null): Promise<void> {
  await pool.end();
  await engine?.close();
}
