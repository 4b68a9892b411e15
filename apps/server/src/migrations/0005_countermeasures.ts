// Beside an older process: yes, it only adds tables that an older process does not know.
import { type Kysely, sql } from "kysely";

/** Countermeasures, where they come from, every date they had, and votes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table countermeasure (
        id uuid primary key,
        number bigint not null unique,
        revision int not null,
        audience text not null,
        title text not null,
        body text not null,
        state text not null,
        kind text,
        strength text,
        owner_id uuid references person,
        owner_name text,
        team_id uuid references team,
        due_on date,
        priority text,
        ticket text,
        reason text,
        evidence jsonb,
        merged_into uuid references countermeasure,
        created_at timestamptz not null,
        created_by uuid references person
      )`,
    `create index countermeasure_by_due on countermeasure ((coalesce(due_on, 'infinity'::date)), number)`,
    `create index countermeasure_by_owner on countermeasure (owner_id, state)`,
    `create index countermeasure_by_state on countermeasure (state, number)`,
    `create table countermeasure_source (
        countermeasure_id uuid not null references countermeasure,
        incident_id uuid not null references incident,
        added_at timestamptz not null,
        primary key (countermeasure_id, incident_id)
      )`,
    `create index countermeasure_source_by_incident on countermeasure_source (incident_id)`,
    `create table countermeasure_date (
        id uuid primary key,
        countermeasure_id uuid not null references countermeasure,
        due_on date not null,
        set_at timestamptz not null,
        by uuid references person
      )`,
    `create index countermeasure_date_by_countermeasure on countermeasure_date (countermeasure_id, set_at)`,
    `create table countermeasure_vote (
        countermeasure_id uuid not null references countermeasure,
        person_id uuid not null references person,
        effect smallint not null,
        effort smallint not null,
        primary key (countermeasure_id, person_id)
      )`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
