import { spawn } from "node:child_process";
import { once } from "node:events";
import { randomBytes } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import { sql } from "kysely";
import { expect, test, vi } from "vitest";

import { internalsOf } from "../internals.ts";
import { DataFolderInUse, EngineStopped, openDatabase } from "../index.ts";
import {
  emptyTestFolder,
  emptyTestPlace,
  openTestDatabase,
  quietLog,
  type TestDatabase,
} from "../testing.ts";

const writer = fileURLToPath(new URL("../../spine/testing/acknowledging-writer.ts", import.meta.url));

async function fileSyncs(database: TestDatabase): Promise<number> {
  const statistics = await internalsOf(database.db).embedded!.engine.statistics();
  return statistics.fileSyncs;
}

test("every commit waits for the disk: at least one fsync each", async () => {
  const database = await openTestDatabase("embedded", { durable: true });
  const commits = 50;
  const before = await fileSyncs(database);
  for (let n = 0; n < commits; n += 1) {
    await database.db.write((trx) => trx.updateTable("event_head").set({ position: n }).execute());
  }
  const after = await fileSyncs(database);
  expect(after - before).toBeGreaterThanOrEqual(commits);
  await database.close();
});

test("a slow query keeps nobody else waiting on this thread", async () => {
  const database = await openTestDatabase("embedded");
  const slow = { running: true };
  const query = database.db
    .read((trx) => sql`select pg_sleep(0.3), count(*) from generate_series(1, 100000)`.execute(trx))
    .finally(() => {
      slow.running = false;
    });
  let turns = 0;
  while (slow.running) {
    await new Promise((resolve) => setImmediate(resolve));
    turns += 1;
  }
  await query;
  // Without the thread there would be a handful of turns, the query in one of them.
  expect(turns).toBeGreaterThan(100);
  await database.close();
});

test("transactions are served in the order of asking", async () => {
  const database = await openTestDatabase("embedded");
  const served: number[] = [];
  const requests = Array.from({ length: 30 }, (_, n) => {
    const fn = async () => void served.push(n);
    return n % 2 === 0 ? database.db.read(fn) : database.db.write(fn);
  });
  await Promise.all(requests);
  expect(served).toEqual(Array.from({ length: 30 }, (_, n) => n));
  await database.close();
});

test("the write-ahead log stays within bounds, though nothing else looks after it", async () => {
  const database = await openTestDatabase("embedded");
  if (!("dataFolder" in database.place)) throw new Error("The embedded place is a folder");
  const logFolder = join(database.place.dataFolder, "database", "pg_wal");
  await database.db.write((trx) => sql`create table heavy (bytes bytea)`.execute(trx));
  let most = 0;
  for (let n = 0; n < 150; n += 1) {
    await database.db.write((trx) => sql`insert into heavy values (${randomBytes(1_000_000)})`.execute(trx));
    most = Math.max(most, readdirSync(logFolder).length);
  }
  // Segments are 1 MB.
  expect(most).toBeLessThan(120);
  await database.close();
});

test("when nobody asks anything, changed tables are vacuumed and analysed", async () => {
  const database = await openTestDatabase("embedded");
  await database.db.write((trx) =>
    sql`create table grown as select n from generate_series(1, 1000) n`.execute(trx),
  );
  const { engine } = internalsOf(database.db).embedded!;
  await vi.waitUntil(async () => (await engine.statistics()).tablesTidied > 0, { timeout: 120_000 });
  const tidied = await database.db.read((trx) =>
    sql`select last_analyze is not null as analysed from pg_stat_user_tables where relname = 'grown'`.execute(
      trx,
    ),
  );
  expect(tidied.rows).toEqual([{ analysed: true }]);
  await database.close();
});

test("a table that grows is analysed though there is never a quiet moment", async () => {
  const database = await openTestDatabase("embedded");
  await database.db.write((trx) =>
    sql`create table grown as select n from generate_series(1, 1000) n`.execute(trx),
  );
  let analysed = false;
  // Three batches a transaction, one look at the statistics in five hundred.
  for (let n = 0; n < 400 && !analysed; n += 1) {
    const { rows } = await database.db.read((trx) =>
      sql<{ analysed: boolean }>`
        select last_analyze is not null as analysed from pg_stat_user_tables where relname = 'grown'`.execute(
        trx,
      ),
    );
    analysed = rows[0]?.analysed ?? false;
  }
  expect(analysed).toBe(true);
  await database.close();
});

test("when the engine dies, waiting and later queries fail at once, the program is told, and a restart is sound", async () => {
  const { place, remove } = await emptyTestPlace("embedded");
  const told: unknown[] = [];
  const db = await openDatabase(place, { log: quietLog, onStopped: (reason) => told.push(reason) });
  await db.write((trx) => trx.updateTable("event_head").set({ position: 7 }).execute());
  const waiting = [db.read((trx) => sql`select pg_sleep(60)`.execute(trx)), db.read(async () => 1)];
  const outcomes = Promise.allSettled(waiting);
  await internalsOf(db).embedded!.engine.kill();
  expect((await outcomes).map((outcome) => outcome.status)).toEqual(["rejected", "rejected"]);
  await expect(db.read(async () => 1)).rejects.toThrow(EngineStopped);
  expect(told).toEqual([expect.any(EngineStopped)]);
  await db.close();
  const again = await openDatabase(place, { log: quietLog });
  const head = await again.read((trx) => trx.selectFrom("event_head").select("position").execute());
  expect(head).toEqual([{ position: 7 }]);
  await again.close();
  await remove();
});

test("results and parameters of many megabytes pass whole", async () => {
  const database = await openTestDatabase("embedded");
  const bytes = Buffer.alloc(24 * 1024 * 1024, "déjà vu");
  const result = await database.db.read((trx) =>
    sql<{ same: Buffer }>`select ${bytes}::bytea as same`.execute(trx),
  );
  expect(result.rows[0]?.same.equals(bytes)).toBe(true);
  await database.close();
});

test("a second opening of the same folder is refused and names the first", async () => {
  const database = await openTestDatabase("embedded");
  const second = openDatabase(database.place, { log: quietLog });
  await expect(second).rejects.toThrow(DataFolderInUse);
  await expect(openDatabase(database.place, { log: quietLog })).rejects.toThrow(`process ${process.pid} on `);
  await database.close();
});

test("another process is refused while the first lives, and served once it was killed", async () => {
  const { place, remove } = await emptyTestFolder();
  const child = spawn(process.execPath, [writer, JSON.stringify(place)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exit = once(child, "exit");
  await once(createInterface(child.stdout), "line");
  await expect(openDatabase(place, { log: quietLog })).rejects.toThrow(`process ${child.pid} on `);
  child.kill("SIGKILL");
  await exit;
  const db = await openDatabase(place, { log: quietLog });
  await db.close();
  await remove();
});

test("a first start that was interrupted leaves nothing in the way of the next", async () => {
  const { place, remove } = await emptyTestFolder();
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const child = spawn(process.execPath, [writer, JSON.stringify(place)], { stdio: "ignore" });
    const exit = once(child, "exit");
    await vi.waitUntil(() => existsSync(join(place.dataFolder, "database.unfinished", "base")), {
      timeout: 120_000,
      interval: 5,
    });
    child.kill("SIGKILL");
    await exit;
    expect(existsSync(join(place.dataFolder, "database"))).toBe(false);
  }
  const db = await openDatabase(place, { log: quietLog });
  await db.close();
  await remove();
});
