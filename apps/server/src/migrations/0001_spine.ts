// Beside an older process: not applicable, this is the first migration.
import { type Kysely, sql } from "kysely";

/** The event log, its head, its durable readers, and the answers already given to repeated requests. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table event (
      position bigint primary key,
      id uuid not null unique,
      at timestamptz not null,
      actor_kind text not null,
      actor_id text,
      what text not null,
      subject_kind text not null,
      subject_id text not null,
      incident_id uuid,
      audience text not null,
      data jsonb not null
    )`.execute(db);
  await sql`create index event_by_subject on event (subject_kind, subject_id, position)`.execute(db);
  await sql`create index event_by_incident on event (incident_id, position) where incident_id is not null`.execute(
    db,
  );
  await sql`create index event_by_audience on event (audience, position)`.execute(db);

  await sql`
    create table event_head (
      one boolean primary key default true check (one),
      position bigint not null
    )`.execute(db);
  await sql`insert into event_head (position) values (0)`.execute(db);

  await sql`
    create table event_follower (
      name text primary key,
      position bigint not null,
      updated_at timestamptz not null
    )`.execute(db);

  await sql`
    create table idempotency (
      actor text not null,
      key text not null,
      fingerprint text not null,
      result jsonb,
      at timestamptz not null,
      primary key (actor, key)
    )`.execute(db);
  await sql`create index idempotency_by_age on idempotency (at)`.execute(db);
}
