// Beside an older process: yes, it only adds a column with a default.
import { type Kysely, sql } from "kysely";

/** The version of the failure vocabulary that each document of the index was read with. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table knowledge_document add column vocabulary text not null default ''`.execute(db);
}
