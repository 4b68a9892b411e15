import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";

import type { Transaction } from "kysely";

import type { Database } from "../database.ts";
import { unfinishedCopyPrefix } from "../embedded/messages.ts";
import { startEngineThread } from "../embedded/engine.ts";
import { type EmbeddedInternals, internalsOf } from "../internals.ts";
import { embeddedPool } from "../pool.ts";
import type { Tables } from "../schema.ts";

type Reader = Transaction<Tables>;

/**
 * Reads one state of the database for as long as it takes, while others go on writing.
 * On a server that is a transaction. The embedded database has one connection, and a long read would make everybody
 * wait: its files are copied while it holds still, and the copy is read by an engine of its own.
 */
export async function withSnapshot<T>(db: Database, fn: (trx: Reader) => Promise<T>): Promise<T> {
  const { kysely, embedded, refuseInside } = internalsOf(db);
  refuseInside("writeBackup");
  if (embedded !== null) return withCopy(embedded, fn);
  return kysely.transaction().setIsolationLevel("repeatable read").setAccessMode("read only").execute(fn);
}

async function withCopy<T>(embedded: EmbeddedInternals, fn: (trx: Reader) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(embedded.folder, unfinishedCopyPrefix));
  try {
    await embedded.alone(() => embedded.engine.copyTo(folder));
    const engine = await startEngineThread({ folder, durable: false });
    const { pool, kysely } = embeddedPool(engine);
    try {
      return await kysely.transaction().execute(fn);
    } finally {
      await pool.end();
      await engine.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
