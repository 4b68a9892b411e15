import { join } from "node:path";

import type { Pool } from "pg";

import { migrations as known } from "../../migrations/index.ts";
import { backupBeforeUpgrade } from "./backup/before-upgrade.ts";
import type { Database, DatabaseDeps, DatabasePlace } from "./database.ts";
import { startEngineThread } from "./embedded/engine.ts";
import { type DatabaseInternals, type EmbeddedInternals, internalsOf, setInternals } from "./internals.ts";
import { appliedMigrations, migrate } from "./migrate.ts";
import { embeddedPool, type OpenPool, serverPool } from "./pool.ts";
import { Transactions } from "./transactions.ts";

/**
 * Opens the database and brings it to the newest migration, with a backup first when it holds anything. The embedded
 * one is locked first, and made when the folder is empty (about five seconds).
 * Throws DataFolderInUse, DatabaseTooNew, EngineStopped, or pg's error when the server can't be reached.
 */
export async function openDatabase(place: DatabasePlace, deps: DatabaseDeps): Promise<Database> {
  const db =
    "dataFolder" in place ? await openEmbedded(place.dataFolder, deps) : openServer(place.databaseUrl, deps);
  try {
    await upgrade(db, "dataFolder" in place ? join(place.dataFolder, "backups") : null, deps);
  } catch (error) {
    await db.close();
    throw error;
  }
  return db;
}

async function upgrade(db: Database, ownBackups: string | null, deps: DatabaseDeps): Promise<void> {
  const { kysely, migrations } = internalsOf(db);
  const applied = await appliedMigrations(kysely);
  const pending = Object.keys(migrations).filter((name) => !applied.includes(name));
  const backups = deps.upgradeBackups ?? ownBackups;
  if (applied.length > 0 && pending.length > 0) {
    if (backups !== null) await backupBeforeUpgrade(db, backups);
    else deps.log.warn({ pending }, "migrating without a backup: no folder for it is configured");
  }
  const done = await migrate(kysely, { migrations });
  if (done.length > 0) deps.log.info({ migrations: done }, "database migrated");
}

async function openEmbedded(folder: string, deps: DatabaseDeps): Promise<Database> {
  const engine = await (deps.engine ??
    startEngineThread({ folder, durable: deps.durable ?? true }, deps.onStopped));
  const opened = embeddedPool(engine, (error) => {
    deps.log.error({ err: error }, "the embedded database failed");
  });
  return assemble(opened, deps, {
    databaseUrl: null,
    embedded: { engine, folder, alone: (fn) => alone(opened.pool, fn) },
  });
}

function openServer(databaseUrl: string, deps: DatabaseDeps): Database {
  const opened = serverPool(databaseUrl, (error) => {
    deps.log.warn({ err: error }, "an idle database connection broke; it will be replaced");
  });
  return assemble(opened, deps, { databaseUrl, embedded: null });
}

function assemble(
  { pool, kysely }: OpenPool,
  deps: DatabaseDeps,
  place: Pick<DatabaseInternals, "embedded" | "databaseUrl">,
): Database {
  const transactions = new Transactions(kysely);
  let closing: Promise<void> | null = null;
  const db: Database = {
    kind: place.embedded === null ? "server" : "embedded",
    read: (fn) => transactions.read(fn),
    write: (fn) => transactions.write(fn),
    close: () => (closing ??= close(pool, place.embedded)),
  };
  setInternals(db, {
    ...place,
    kysely,
    migrations: deps.migrations ?? known,
    log: deps.log,
    refuseInside: (what) => transactions.refuseInside(what),
  });
  return db;
}

async function alone<T>(pool: Pool, fn: () => Promise<T>): Promise<T> {
  const only = await pool.connect();
  try {
    return await fn();
  } finally {
    only.release();
  }
}

async function close(pool: Pool, embedded: EmbeddedInternals | null): Promise<void> {
  await pool.end();
  await embedded?.engine.close();
}
