import { rm } from "node:fs/promises";

import { afterAll } from "vitest";

import { type Database, type DatabasePlace, openDatabase } from "./database.ts";
import { cloneEmbedded } from "./testing/embedded-template.ts";
import { quietLog } from "./testing/quiet-log.ts";

export { quietLog } from "./testing/quiet-log.ts";

/** A fresh, migrated, empty database of the test's own. */
export interface TestDatabase {
  readonly db: Database;
  /** Where it is: opening it a second time is possible on a server, and after `db.close()` on the embedded one. */
  readonly place: DatabasePlace;
  /** Closes and removes it. A test file that leaves one open fails. */
  close(): Promise<void>;
}

const open = new Set<TestDatabase>();

afterAll(async () => {
  const leaked = open.size;
  for (const database of open) await database.close();
  if (leaked > 0)
    throw new Error(`${leaked} test database(s) were left open: call close() in the test or in afterAll`);
});

/**
 * Opens a fresh database: embedded, or on a real PostgreSQL server when MORROW_TEST_DATABASE=postgres.
 * One suite runs on both.
 */
export async function openTestDatabase(): Promise<TestDatabase> {
  return openEmbeddedTestDatabase();
}

/** The same, always embedded. */
export async function openEmbeddedTestDatabase(options: { durable?: boolean } = {}): Promise<TestDatabase> {
  const dataFolder = await cloneEmbedded();
  const place = { dataFolder };
  const db = await openDatabase(place, { log: quietLog, durable: options.durable ?? false });
  return keep(db, place, () => rm(dataFolder, { recursive: true, force: true }));
}

function keep(db: Database, place: DatabasePlace, remove: () => Promise<void>): TestDatabase {
  const database: TestDatabase = {
    db,
    place,
    async close() {
      open.delete(database);
      await db.close();
      await remove();
    },
  };
  open.add(database);
  return database;
}
