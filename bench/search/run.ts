/**
 * Search at 1,000, 10,000 and 100,000 documents of about 2 KB on PostgreSQL, at 10,000 on the embedded database, MiniSearch
 * in memory beside them. Prints p50/p95/p99 of twenty kinds of query, and what indexing costs.
 *   node bench/search/run.ts [--sizes 1000,10000,100000] [--embedded 10000] [--best-of 1] [--url postgresql://…]
 * --best-of 5: each query is asked five times and the fastest counts, for a machine that is busy with other things.
 * --url: a database that this bench filled before, with the first of the sizes; it is only measured.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { sql } from "kysely";
import { indexDocuments } from "../../apps/server/src/features/knowledge/index.ts";
import { openDatabase } from "../../apps/server/src/platform/db/index.ts";
import type { Database } from "../../apps/server/src/platform/db/index.ts";
import { createEmptyDatabase } from "../../apps/server/src/platform/db/testing/postgres-databases.ts";
import { startPostgres } from "../../apps/server/src/platform/db/testing/postgres-server.ts";
import { benchDocument } from "./collection.ts";
import { measure, rounds, warmUp } from "./measure.ts";
import { measureMiniSearch } from "./mini-search.ts";

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "1000,10000,100000" },
    embedded: { type: "string", default: "10000" },
    "best-of": { type: "string", default: "1" },
    url: { type: "string" },
  },
});
const tries = Math.max(1, Number(values["best-of"]));
const quiet = { info: () => undefined, warn: () => undefined, error: console.error };
async function fill(db: Database, size: number): Promise<void> {
  const started = performance.now();
  for (let at = 0; at < size; at += 100) {
    const documents = Array.from({ length: Math.min(100, size - at) }, (_, n) => benchDocument(at + n));
    await db.write((trx) => indexDocuments(trx, documents));
  }
  const perDocument = (performance.now() - started) / size;
  const bytes = await db.read((trx) =>
    sql<{ name: string; bytes: number }>`
      select relname as name, pg_total_relation_size(oid) as bytes from pg_class
      where relname like 'knowledge\\_%' and relkind = 'r'`.execute(trx),
  );
  const total = bytes.rows.reduce((sum, row) => sum + row.bytes, 0);
  const parts = bytes.rows
    .map((row) => `${row.name.slice(10)} ${(row.bytes / size / 1024).toFixed(1)}`)
    .join(", ");
  console.log(
    `  indexing: ${perDocument.toFixed(2)} ms and ${(total / size / 1024).toFixed(1)} KB a document (${parts}), ${(total / 2 ** 20).toFixed(0)} MB in all`,
  );
}

/** Autovacuum would do this within minutes of a bulk load; index-only scans need it. */
async function settle(databaseUrl: string): Promise<void> {
  const { Client } = await import("pg");
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query("vacuum analyze");
  await client.end();
}

const numbers = (list: string): number[] =>
  list
    .split(",")
    .map(Number)
    .filter((size) => size > 0);

if (values.url !== undefined) {
  const db = await openDatabase({ databaseUrl: values.url }, { log: quiet });
  await measure(db, numbers(values.sizes)[0] ?? 1000, tries);
  await db.close();
  process.exit(0);
}

const server = await startPostgres();
for (const size of numbers(values.sizes)) {
  console.log(`\nPostgreSQL, ${size.toLocaleString("en")} documents`);
  const url = server.url(await createEmptyDatabase(server));
  const db = await openDatabase({ databaseUrl: url }, { log: quiet });
  await fill(db, size);
  await settle(url);
  await measure(db, size, tries);
  await db.close();
}
await server.stop();

for (const size of numbers(values.embedded)) {
  console.log(`\nEmbedded, ${size.toLocaleString("en")} documents`);
  const folder = await mkdtemp(join(tmpdir(), "morrow-bench-"));
  const db = await openDatabase({ dataFolder: folder }, { log: quiet, durable: true });
  await fill(db, size);
  await measure(db, size, tries);
  await db.close();
  await rm(folder, { recursive: true, force: true });
}

for (const size of numbers(values.sizes)) await measureMiniSearch(size, rounds, warmUp, tries);
