import type { Readable } from "node:stream";

import { type RawBuilder, sql, type Transaction } from "kysely";

import type { Database } from "../database.ts";
import { type DatabaseInternals, internalsOf } from "../internals.ts";
import { appliedMigrations, migrate, migrationTables } from "../migrate.ts";
import type { Tables } from "../schema.ts";
import { BackupDamaged, BackupTooNew, DatabaseNotEmpty } from "./errors.ts";
import type { Manifest, Row } from "./format.ts";
import { type Part, readParts } from "./read-lines.ts";
import { type ForeignKey, foreignKeys, type Table, tablesToKeep } from "./tables.ts";

type Writer = Transaction<Tables>;

/** Rows are inserted in pieces of about this size. */
const insertBytes = 1024 * 1024;
const insertRows = 500;

export interface RestoreOptions {
  /** Called after each piece of a table, with the rows of it restored so far. */
  progress?: (table: string, rows: number) => void;
}

/**
 * Fills an empty database from a backup, of either kind of database, and brings it to the newest migration when the
 * backup is older. All or nothing. Returns what the backup says about itself.
 * Throws DatabaseNotEmpty, BackupDamaged, BackupTooNew.
 */
export async function restoreBackup(
  db: Database,
  source: Readable,
  options: RestoreOptions = {},
): Promise<Manifest> {
  const inside = internalsOf(db);
  inside.refuseInside("restoreBackup");
  const parts = readParts(source);
  try {
    return await inside.kysely.transaction().execute((trx) => restore(trx, inside, parts, options));
  } finally {
    await parts.return(undefined);
    source.destroy();
  }
}

/** Reads only what a backup says about itself. Throws BackupDamaged. */
export async function readManifest(source: Readable): Promise<Manifest> {
  const parts = readParts(source);
  try {
    return await manifestOf(parts);
  } finally {
    await parts.return(undefined);
  }
}

async function manifestOf(parts: AsyncGenerator<Part>): Promise<Manifest> {
  const first = await parts.next();
  if (first.done === true || first.value.kind !== "manifest")
    throw new BackupDamaged("it is no Morrow backup");
  return first.value.manifest;
}

async function restore(
  trx: Writer,
  inside: DatabaseInternals,
  parts: AsyncGenerator<Part>,
  options: RestoreOptions,
): Promise<Manifest> {
  await refuseUnlessEmpty(trx);
  const manifest = await manifestOf(parts);
  const unknown = manifest.migrations.filter((name) => !(name in inside.migrations));
  if (unknown.length > 0) throw new BackupTooNew(unknown);
  await makeSchemaOf(trx, inside, manifest);
  const keys = await foreignKeys(trx);
  await dropForeignKeys(trx, keys);
  await fill(trx, parts, options);
  await addForeignKeys(trx, keys);
  await sql`delete from event_follower where name like 'derived:%'`.execute(trx);
  await migrate(trx, { migrations: inside.migrations });
  return manifest;
}

/** Every change leaves an event, so a database without events holds nothing but what its migrations put there. */
async function refuseUnlessEmpty(trx: Writer): Promise<void> {
  await sql`lock table event_head in access exclusive mode`.execute(trx);
  const head = await trx.selectFrom("event_head").select("position").executeTakeFirstOrThrow();
  if (head.position !== 0) throw new DatabaseNotEmpty();
}

/** Brings the empty database to the migrations the backup was made with. */
async function makeSchemaOf(trx: Writer, inside: DatabaseInternals, manifest: Manifest): Promise<void> {
  const applied = await appliedMigrations(trx);
  if (applied.length !== manifest.migrations.length) {
    const all = await sql<{ name: string }>`
      select relname as name from pg_class where relnamespace = current_schema()::regnamespace and relkind = 'r'`.execute(
      trx,
    );
    for (const table of all.rows)
      await sql`drop table if exists ${sql.table(table.name)} cascade`.execute(trx);
    await dropFunctions(trx);
    const upTo = manifest.migrations.at(-1);
    if (upTo === undefined) throw new BackupDamaged("it names no migration");
    await migrate(trx, { migrations: inside.migrations, upTo });
  }
  // Migrations may have put rows there; the backup has its own.
  const tables = (await tablesToKeep(trx)).filter((table) => !migrationTables.includes(table.name));
  await sql`truncate ${sql.join(tables.map((table) => sql.table(table.name)))} cascade`.execute(trx);
}

/** Migrations make them, too; those of extensions stay. */
async function dropFunctions(trx: Writer): Promise<void> {
  const all = await sql<{ signature: string }>`
    select p.oid::regprocedure::text as signature from pg_proc p
    where p.pronamespace = current_schema()::regnamespace
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`.execute(trx);
  for (const each of all.rows)
    await sql`drop function if exists ${sql.raw(each.signature)} cascade`.execute(trx);
}

async function dropForeignKeys(trx: Writer, keys: readonly ForeignKey[]): Promise<void> {
  for (const key of keys)
    await sql`alter table ${sql.raw(key.table)} drop constraint ${sql.id(key.name)}`.execute(trx);
}

/** Adding them again checks every row at once, and lets tables be filled in any order. */
async function addForeignKeys(trx: Writer, keys: readonly ForeignKey[]): Promise<void> {
  for (const key of keys) {
    await sql`alter table ${sql.raw(key.table)} add constraint ${sql.id(key.name)} ${sql.raw(key.definition)}`.execute(
      trx,
    );
  }
}

async function fill(trx: Writer, parts: AsyncGenerator<Part>, options: RestoreOptions): Promise<void> {
  const tables = new Map((await tablesToKeep(trx)).map((table) => [table.name, table]));
  let filling: Filling | null = null;
  for await (const part of parts) {
    switch (part.kind) {
      case "manifest":
        throw new BackupDamaged("it says twice what it is");
      case "table":
        await filling?.flush();
        filling = new Filling(trx, tableFor(tables, part.name, part.columns), options);
        break;
      case "row":
        await filling?.add(part.row);
    }
  }
  await filling?.flush();
}

/** The table as this database has it, its columns in the order of the backup. */
function tableFor(tables: ReadonlyMap<string, Table>, name: string, columns: readonly string[]): Table {
  const table = tables.get(name);
  if (table === undefined) throw new BackupDamaged(`it holds a table ${name} that its migrations don't make`);
  const inOrder = columns.map((wanted) => table.columns.find((column) => column.name === wanted));
  const found = inOrder.filter((column) => column !== undefined);
  if (found.length !== columns.length || found.length !== table.columns.length) {
    throw new BackupDamaged(`the columns of table ${name} are not those its migrations make`);
  }
  return { name, columns: found };
}

/** Collects rows of one table and inserts them in pieces. */
class Filling {
  readonly #trx: Writer;
  readonly #table: Table;
  readonly #options: RestoreOptions;
  readonly #insert: (rows: readonly Row[]) => RawBuilder<unknown>;
  #rows: Row[] = [];
  #bytes = 0;
  #done = 0;

  constructor(trx: Writer, table: Table, options: RestoreOptions) {
    this.#trx = trx;
    this.#table = table;
    this.#options = options;
    this.#insert = insertInto(table);
  }

  async add(row: Row): Promise<void> {
    if (row.length !== this.#table.columns.length) {
      throw new BackupDamaged(`table ${this.#table.name} holds a row of another width`);
    }
    this.#rows.push(row);
    for (const value of row) this.#bytes += value?.length ?? 0;
    if (this.#rows.length >= insertRows || this.#bytes >= insertBytes) await this.flush();
  }

  async flush(): Promise<void> {
    if (this.#rows.length === 0) return;
    await this.#insert(this.#rows).execute(this.#trx);
    this.#done += this.#rows.length;
    this.#rows = [];
    this.#bytes = 0;
    this.#options.progress?.(this.#table.name, this.#done);
  }
}

/** One parameter a column: an array of texts, each cast to the column's type by the database. */
function insertInto(table: Table): (rows: readonly Row[]) => RawBuilder<unknown> {
  const target = sql`${sql.table(table.name)} (${sql.join(table.columns.map((column) => sql.ref(column.name)))})`;
  const names = table.columns.map((_, index) => sql.id(`c${index}`));
  const values = table.columns.map((column, index) =>
    column.type === "bytea"
      ? sql`decode(row.${names[index]}, 'base64')`
      : sql`row.${names[index]}::${sql.raw(column.type)}`,
  );
  return (rows) => {
    const arrays = table.columns.map((_, index) => sql`${rows.map((row) => row[index] ?? null)}::text[]`);
    return sql`insert into ${target} select ${sql.join(values)}
      from unnest(${sql.join(arrays)}) as row(${sql.join(names)})`;
  };
}
