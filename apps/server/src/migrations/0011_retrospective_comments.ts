// Beside an older process: yes, it only adds a table that an older process does not know.
import { type Kysely, sql } from "kysely";

/** Comments beside the text of a retrospective. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table retrospective_comment (
      id uuid primary key,
      retrospective_id uuid not null references retrospective,
      person_id uuid not null references person,
      revision int not null,
      section text not null,
      quote text not null,
      body text not null,
      reply_to uuid references retrospective_comment,
      created_at timestamptz not null,
      saved_at timestamptz not null,
      withdrawn boolean not null default false,
      settled_at timestamptz,
      settled_by uuid references person
    )`.execute(db);
  await sql`
    create index retrospective_comment_in_order on retrospective_comment (retrospective_id, id)`.execute(db);
}
