// Beside an older process: yes, it only adds a column that may stay empty.
import { type Kysely, sql } from "kysely";

/** The identity that a write-up states itself, by which another version of the same one is recognised. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table writeup add column identity text`.execute(db);
  await sql`create index writeup_by_identity on writeup (identity) where identity is not null`.execute(db);
}
