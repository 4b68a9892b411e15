import { createHash } from "node:crypto";
import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";

import { type RawBuilder, sql, type Transaction } from "kysely";

import type { Database } from "../database.ts";
import { appliedMigrations } from "../migrate.ts";
import type { Tables } from "../schema.ts";
import type { Manifest, Row } from "./format.ts";
import { withSnapshot } from "./snapshot.ts";
import { type Column, type Table, tablesToKeep } from "./tables.ts";

/** About how much of a table is in memory at once; a single larger row still has to fit. */
const fetchBytes = 2 * 1024 * 1024;
const mostRows = 1000;

export interface BackupOptions {
  /** Called after each piece of a table, with the rows of it written so far. */
  progress?: (table: string, rows: number) => void;
  /** The time written into the file. Defaults to the system clock. */
  now?: () => string;
}

/**
 * Writes the whole organisation as one file to `out` and ends it. Others may go on working: the file holds one state
 * of the database. Memory stays bounded. It holds password and token hashes: keep it like the database itself.
 * Throws what `out` throws; the file is then not whole and can't be restored.
 */
export async function writeBackup(db: Database, out: Writable, options: BackupOptions = {}): Promise<void> {
  const now = options.now ?? (() => new Date().toISOString());
  await withSnapshot(db, async (trx) => {
    await sql`select set_config('timezone', 'UTC', true), set_config('datestyle', 'ISO', true),
      set_config('extra_float_digits', '1', true), set_config('intervalstyle', 'postgres', true)`.execute(
      trx,
    );
    await pipeline(Readable.from(summed(lines(trx, now(), options))), createGzip({ level: 6 }), out);
  });
}

type Line = Manifest | { table: string; columns: [string, string][] } | Row | { end: Record<string, number> };

async function* lines(trx: Transaction<Tables>, at: string, options: BackupOptions): AsyncGenerator<Line> {
  const head = await trx.selectFrom("event_head").select("position").executeTakeFirstOrThrow();
  const migrations = await appliedMigrations(trx);
  yield { format: "morrow-backup", version: 1, at, head: head.position, migrations };
  const end: Record<string, number> = {};
  for (const table of await tablesToKeep(trx)) {
    yield { table: table.name, columns: table.columns.map((column) => [column.name, column.type]) };
    let rows = 0;
    for await (const batch of batches(trx, table)) {
      yield* batch;
      rows += batch.length;
      options.progress?.(table.name, rows);
    }
    end[table.name] = rows;
  }
  yield { end };
}

/** Adds line ends, and to the last line the digest of those before it. */
async function* summed(source: AsyncGenerator<Line>): AsyncGenerator<string> {
  const digest = createHash("sha256");
  for await (const line of source) {
    if ("end" in line) {
      yield `${JSON.stringify({ ...line, sha256: digest.digest("hex") })}\n`;
      return;
    }
    const text = `${JSON.stringify(line)}\n`;
    digest.update(text);
    yield text;
  }
}

async function* batches(trx: Transaction<Tables>, table: Table): AsyncGenerator<Row[]> {
  const rows = await rowsPerFetch(trx, table);
  const columns = table.columns.map((column, index) => sql`${asText(column)} as ${sql.id(`c${index}`)}`);
  await sql`declare backup no scroll cursor for select ${sql.join(columns)} from ${sql.table(table.name)}`.execute(
    trx,
  );
  for (;;) {
    const fetched = await sql<Record<string, string | null>>`fetch ${sql.lit(rows)} from backup`.execute(trx);
    if (fetched.rows.length === 0) break;
    yield fetched.rows.map((row) => Object.values(row));
  }
  await sql`close backup`.execute(trx);
}

function asText(column: Column): RawBuilder<unknown> {
  const name = sql.ref(column.name);
  // encode() breaks lines after 76 characters.
  return column.type === "bytea" ? sql`translate(encode(${name}, 'base64'), E'\n', '')` : sql`${name}::text`;
}

/** As many rows as fit the memory bound if every row were as large as the largest. */
async function rowsPerFetch(trx: Transaction<Tables>, table: Table): Promise<number> {
  const sizes = table.columns.map((column) => {
    const size =
      column.type === "bytea" || column.type === "text" ? sql`octet_length` : sql`2 * pg_column_size`;
    return sql`coalesce(${size}(${sql.ref(column.name)}), 0)`;
  });
  const total = sql.join(sizes, sql` + `);
  const result = await sql<{ bytes: number | null }>`
    select max(${total})::int8 as bytes from ${sql.table(table.name)}`.execute(trx);
  const largest = Math.max(result.rows[0]?.bytes ?? 1, 1);
  return Math.min(mostRows, Math.max(1, Math.floor(fetchBytes / largest)));
}
