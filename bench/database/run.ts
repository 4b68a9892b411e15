/**
 * What durability costs: commits per second and fsyncs per commit of the embedded database beside PGlite as delivered
 * and a PostgreSQL server, all with the same one-row change, and through the event spine. Then starting, and backup.
 *
 * `node bench/database/run.ts [commits] [megabytes]`
 */
import { createWriteStream, createReadStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";

import { PGlite } from "@electric-sql/pglite";
import { sql } from "kysely";

import { restoreBackup, writeBackup } from "../../apps/server/src/platform/db/backup/index.ts";
import { type Database, openDatabase } from "../../apps/server/src/platform/db/index.ts";
import { internalsOf } from "../../apps/server/src/platform/db/internals.ts";
import { createEmptyDatabase } from "../../apps/server/src/platform/db/testing/postgres-databases.ts";
import { startPostgres } from "../../apps/server/src/platform/db/testing/postgres-server.ts";
import { quietLog } from "../../apps/server/src/platform/db/testing/quiet-log.ts";
import { openSpine } from "../../apps/server/src/platform/spine/index.ts";

const commits = Number(process.argv[2] ?? 1000);
const megabytes = Number(process.argv[3] ?? 200);
const base = await mkdtemp(join(tmpdir(), "morrow-bench-"));

async function seconds(fn: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await fn();
  return (performance.now() - start) / 1000;
}

function print(what: string, figure: string): void {
  console.log(`${what.padEnd(58)} ${figure}`);
}

function rate(time: number): string {
  return `${Math.round(commits / time)} commits/s, ${((time / commits) * 1000).toFixed(2)} ms each`;
}

async function repeat(fn: (n: number) => Promise<unknown>): Promise<void> {
  for (let n = 0; n < commits; n += 1) await fn(n);
}

async function fileSyncs(db: Database): Promise<number> {
  const statistics = await internalsOf(db).embedded?.engine.statistics();
  return statistics?.fileSyncs ?? 0;
}

async function measureChanges(name: string, db: Database): Promise<void> {
  await db.write((trx) => sql`create table if not exists bench_row (n int)`.execute(trx));
  const before = await fileSyncs(db);
  const plain = await seconds(() =>
    repeat((n) => db.write((trx) => sql`insert into bench_row values (${n})`.execute(trx))),
  );
  const syncs = (await fileSyncs(db)) - before;
  const perCommit = db.kind === "embedded" ? `, ${(syncs / commits).toFixed(2)} fsyncs each` : "";
  print(`${name}: one row`, rate(plain) + perCommit);

  const spine = await openSpine(db);
  const change = (n: number) =>
    spine.write({ actor: { kind: "system", personId: null }, idempotencyKey: `${n}` }, async (work) => {
      const data = { n };
      work.record({
        what: "bench.done",
        subjectKind: "bench",
        subjectId: `${n}`,
        incidentId: null,
        audience: "everyone",
        data,
      });
    });
  print(`${name}: spine.write with an event and a key`, rate(await seconds(() => repeat(change))));
  const eight = () =>
    Promise.all(Array.from({ length: 8 }, (_, lane) => repeatLane(lane, (n) => change(commits + n))));
  print(`${name}: the same, eight at once`, rate(await seconds(eight)));
  await spine.stop();
}

async function repeatLane(lane: number, fn: (n: number) => Promise<unknown>): Promise<void> {
  for (let n = lane; n < commits; n += 8) await fn(n);
}

async function measurePGliteAsDelivered(): Promise<void> {
  const engine = await PGlite.create(join(base, "delivered"));
  await engine.exec("create table bench_row (n int)");
  const time = await seconds(() => repeat((n) => engine.query("insert into bench_row values ($1)", [n])));
  await engine.close();
  print("PGlite as delivered (0 fsyncs, this thread): one row", rate(time));
}

async function measureBackup(name: string, db: Database, target: Database): Promise<void> {
  await db.write(async (trx) => {
    await sql`create table bench_text as select n, string_agg(md5((n * 1000 + m)::text), ' ') as text
      from generate_series(1, ${megabytes * 60}::int) n, generate_series(1, 500) m group by n`.execute(trx);
  });
  const file = join(base, "backup.gz");
  const wait = { longest: 0, going: true };
  const others = (async () => {
    while (wait.going) {
      const time = await seconds(() => db.read((trx) => sql`select 1`.execute(trx)));
      wait.longest = Math.max(wait.longest, time);
    }
  })();
  const written = await seconds(() => writeBackup(db, createWriteStream(file)));
  wait.going = false;
  await others;
  const size = (await stat(file)).size / 1e6;
  const memory = process.resourceUsage().maxRSS / 1000;
  print(`${name}: backup of about ${megabytes} MB`, `${written.toFixed(1)} s, file ${size.toFixed(0)} MB`);
  print(
    `${name}: longest wait of others meanwhile`,
    `${(wait.longest * 1000).toFixed(0)} ms; peak memory of the process ${memory.toFixed(0)} MB`,
  );
  await target.write((trx) => sql`create table bench_text (n int, text text)`.execute(trx));
  await target.write((trx) => sql`create table bench_row (n int)`.execute(trx));
  print(
    `${name}: restore`,
    `${(await seconds(() => restoreBackup(target, createReadStream(file)))).toFixed(1)} s`,
  );
}

const folder = join(base, "embedded");
let embedded = await openTimed("embedded: first start (makes the database)", folder);
await embedded.close();
embedded = await openTimed("embedded: later start", folder);
await measurePGliteAsDelivered();
await measureChanges("embedded", embedded);

const server = await startPostgres();
const databaseUrl = server.url(await createEmptyDatabase(server));
const postgres = await openDatabase({ databaseUrl }, { log: quietLog });
await measureChanges("PostgreSQL", postgres);

const second = await openDatabase(
  { databaseUrl: server.url(await createEmptyDatabase(server)) },
  { log: quietLog },
);
await measureBackup("embedded → PostgreSQL", embedded, second);
await embedded.close();
const third = await openDatabase({ dataFolder: join(base, "third") }, { log: quietLog });
await measureBackup("PostgreSQL → embedded", postgres, third);
for (const db of [postgres, second, third]) await db.close();
await server.stop();
await rm(base, { recursive: true, force: true });

async function openTimed(what: string, dataFolder: string): Promise<Database> {
  const start = performance.now();
  const db = await openDatabase({ dataFolder }, { log: quietLog });
  print(what, `${((performance.now() - start) / 1000).toFixed(2)} s`);
  return db;
}
