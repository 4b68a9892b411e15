// Beside an older process: yes, it only adds tables that an older process does not know.
import { type Kysely, sql } from "kysely";

/** Retrospectives, their history, and the participants' own accounts. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table retrospective (
        id uuid primary key,
        incident_id uuid not null unique references incident,
        audience text not null,
        state text not null,
        revision int not null,
        document jsonb not null,
        owner_id uuid references person,
        facilitator_id uuid references person,
        due_on date,
        meeting jsonb,
        stakeholders jsonb not null,
        created_at timestamptz not null,
        saved_at timestamptz not null,
        saved_by uuid references person,
        published_at timestamptz,
        published_by uuid references person,
        published_revision int,
        read_count int not null default 0
      )`,
    `create index retrospective_by_publication on retrospective (published_at desc, id desc) where state = 'published'`,
    `create index retrospective_by_due on retrospective (due_on, id) where state = 'draft'`,
    `create table retrospective_revision (
        retrospective_id uuid not null references retrospective,
        number int not null,
        document jsonb not null,
        started_at timestamptz not null,
        saved_at timestamptz not null,
        by uuid references person,
        note text,
        published boolean not null,
        primary key (retrospective_id, number)
      )`,
    `create table perspective (
        id uuid primary key,
        retrospective_id uuid not null references retrospective,
        person_id uuid not null references person,
        revision int not null,
        saw text not null,
        knew text not null,
        did text not null,
        made_sense text not null,
        saved_at timestamptz not null,
        unique (retrospective_id, person_id)
      )`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
