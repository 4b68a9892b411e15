import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll } from "vitest";

import type { Database, DatabasePlace } from "./database.ts";
import { openDatabase } from "./open-database.ts";
import { cloneBlank, cloneMigrated } from "./testing/embedded-template.ts";
import { createEmptyDatabase, createTestDatabase, dropTestDatabase } from "./testing/postgres-databases.ts";
import { acquirePostgres, type PostgresServer } from "./testing/postgres-server.ts";
import { quietLog } from "./testing/quiet-log.ts";

export { quietLog } from "./testing/quiet-log.ts";

export type TestDialect = "embedded" | "postgres";

/** A fresh, migrated, empty database of the test's own. */
export interface TestDatabase {
  readonly db: Database;
  /** Where it is: opening it a second time is possible on a server, and after `db.close()` on the embedded one. */
  readonly place: DatabasePlace;
  /** Closes and removes it. A test file that leaves one open fails. */
  close(): Promise<void>;
}

/** A place without a database in it yet. */
export interface TestPlace {
  readonly place: DatabasePlace;
  remove(): Promise<void>;
}

const open = new Set<TestDatabase>();
let server: Promise<PostgresServer> | null = null;

afterAll(async () => {
  const leaked = open.size;
  for (const database of open) await database.close();
  await (await server)?.stop();
  server = null;
  if (leaked > 0)
    throw new Error(`${leaked} test database(s) were left open: call close() in the test or in afterAll`);
});

/** The dialect this run is about: MORROW_TEST_DATABASE, embedded unless it says `postgres`. */
export function chosenDialect(): TestDialect {
  return process.env["MORROW_TEST_DATABASE"] === "postgres" ? "postgres" : "embedded";
}

/** The reason why no PostgreSQL server can run on this machine, or null: `describe.skipIf(await whyNoPostgres())`. */
export async function whyNoPostgres(): Promise<string | null> {
  try {
    await postgres();
    return null;
  } catch (error) {
    return String(error);
  }
}

function postgres(): Promise<PostgresServer> {
  server ??= acquirePostgres();
  return server;
}

/**
 * Opens a fresh database: embedded, or on a real PostgreSQL server when MORROW_TEST_DATABASE=postgres, so that one suite
 * runs on both. Tests that are about the difference name the dialect.
 * `durable: true` makes embedded commits wait for the disk.
 */
export async function openTestDatabase(
  dialect: TestDialect = chosenDialect(),
  options: { durable?: boolean } = {},
): Promise<TestDatabase> {
  const { place, remove } = await clonedPlace(dialect);
  const db = await openDatabase(place, { log: quietLog, durable: options.durable ?? false });
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

async function clonedPlace(dialect: TestDialect): Promise<TestPlace> {
  if (dialect === "embedded") return folderPlace(await cloneMigrated());
  const on = await postgres();
  return serverPlace(on, await createTestDatabase(on));
}

/** An empty folder: opening it makes a database from nothing, which takes some seconds. */
export async function emptyTestFolder(): Promise<TestPlace & { place: { dataFolder: string } }> {
  return folderPlace(await mkdtemp(join(tmpdir(), "morrow-test-")));
}

/** A database with nothing in it, to be opened and migrated by the test itself. */
export async function emptyTestPlace(dialect: TestDialect = chosenDialect()): Promise<TestPlace> {
  if (dialect === "embedded") return folderPlace(await cloneBlank());
  const on = await postgres();
  return serverPlace(on, await createEmptyDatabase(on));
}

function folderPlace(dataFolder: string): TestPlace & { place: { dataFolder: string } } {
  return { place: { dataFolder }, remove: () => rm(dataFolder, { recursive: true, force: true }) };
}

function serverPlace(on: PostgresServer, name: string): TestPlace {
  return {
    place: { databaseUrl: on.url(name) },
    async remove() {
      const leaked = await dropTestDatabase(on, name);
      if (leaked > 0) throw new Error(`${leaked} connection(s) to the test database were left open`);
    },
  };
}
