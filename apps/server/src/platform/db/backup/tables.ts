import { type Kysely, sql } from "kysely";

import { migrationTables } from "../migrate.ts";
import type { Tables } from "../schema.ts";

export interface Column {
  name: string;
  /** As PostgreSQL writes it: `timestamp with time zone`, `text[]`. */
  type: string;
}

export interface Table {
  name: string;
  columns: Column[];
}

/**
 * Left out: sign-ins that should not come back to life elsewhere, and what PostgreSQL or Morrow makes anew.
 * A table whose comment starts with `derived` is left out too; what fills it must be a follower whose name starts
 * with `derived:`, which starts again from the first event after a restore.
 */
const leftOut = [...migrationTables, "session"];

/** The tables that hold the organisation's data, as the database itself knows them, by name. */
export async function tablesToKeep(db: Kysely<Tables>): Promise<Table[]> {
  const result = await sql<{ table: string; column: string; type: string }>`
    select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
      and c.relname <> all (${leftOut})
      and coalesce(obj_description(c.oid, 'pg_class'), '') not like 'derived%'
    order by c.relname, a.attnum`.execute(db);
  const tables = Map.groupBy(result.rows, (row) => row.table);
  return [...tables].map(([name, rows]) => ({
    name,
    columns: rows.map((row) => ({ name: row.column, type: row.type })),
  }));
}

export interface ForeignKey {
  table: string;
  name: string;
  definition: string;
}

export async function foreignKeys(db: Kysely<Tables>): Promise<ForeignKey[]> {
  const result = await sql<ForeignKey>`
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace
    order by 1, 2`.execute(db);
  return result.rows;
}
