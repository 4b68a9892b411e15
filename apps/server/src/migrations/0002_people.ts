// Beside an older process: yes, it only adds tables that an older process does not know.
import { type Kysely, sql } from "kysely";

/** People, teams, sessions, tokens and invitations. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table organisation (
        one boolean primary key default true check (one),
        name text not null,
        created_at timestamptz not null
      )`,
    `create table person (
        id uuid primary key,
        email text not null unique,
        name text not null,
        role text not null,
        active boolean not null,
        password_hash text,
        created_at timestamptz not null,
        last_seen_on date
      )`,
    `create table team (
        id uuid primary key,
        name text not null,
        created_at timestamptz not null
      )`,
    `create unique index team_by_name on team (lower(name))`,
    `create table team_member (
        team_id uuid not null references team on delete cascade,
        person_id uuid not null references person,
        primary key (team_id, person_id)
      )`,
    `create index team_member_by_person on team_member (person_id)`,
    `create table session (
        secret_hash text primary key,
        person_id uuid not null references person,
        created_at timestamptz not null,
        expires_at timestamptz not null
      )`,
    `create index session_by_person on session (person_id)`,
    `create table token (
        id uuid primary key,
        secret_hash text not null unique,
        person_id uuid not null references person,
        name text not null,
        scopes text[] not null,
        created_at timestamptz not null,
        expires_at timestamptz,
        last_used_on date
      )`,
    `create index token_by_person on token (person_id)`,
    `create table invitation (
        id uuid primary key,
        secret_hash text not null unique,
        email text,
        role text not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        invited_by uuid not null references person,
        accepted_by uuid references person
      )`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
