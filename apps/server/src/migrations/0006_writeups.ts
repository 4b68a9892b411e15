// Beside an older process: yes, it only adds tables that an older process does not know.
import { type Kysely, sql } from "kysely";

/** Imported write-ups: the files byte for byte, and the incidents told in them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table writeup_file (
        sha256 text primary key,
        bytes bytea not null,
        size int not null
      )`,
    `create table writeup (
        id uuid primary key,
        sha256 text not null references writeup_file,
        part int not null,
        path text not null,
        url text,
        incident_id uuid not null unique references incident,
        audience text not null,
        questions jsonb not null,
        imported_at timestamptz not null,
        imported_by uuid references person,
        unique (sha256, part)
      )`,
    `create index writeup_by_import on writeup (imported_at desc, id desc)`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
