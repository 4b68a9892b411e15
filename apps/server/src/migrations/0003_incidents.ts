// Beside an older process: yes, it only adds tables that an older process does not know.
import { type Kysely, sql } from "kysely";

/** Policy, incidents, command roles, timeline, attachments. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table counter (
        name text primary key,
        last bigint not null
      )`,
    `insert into counter (name, last) values ('INC', 0), ('CM', 0)`,
    `create table policy (
        version int primary key,
        policy jsonb not null,
        at timestamptz not null,
        by uuid references person,
        note text not null
      )`,
    `create table incident (
        id uuid primary key,
        number bigint not null unique,
        revision int not null,
        title text not null,
        kind text not null,
        severity smallint,
        state text not null,
        scheduled boolean not null,
        services text[] not null,
        tags text[] not null,
        team_id uuid references team,
        summary text not null,
        impact jsonb not null,
        links jsonb not null,
        restricted boolean not null,
        audience text not null,
        declared_at timestamptz not null,
        declared_by uuid references person,
        milestones jsonb not null,
        happened_at timestamptz not null,
        happened_at_known boolean not null,
        resolved_at timestamptz,
        waiver jsonb
      )`,
    `create index incident_by_time on incident (happened_at desc, id desc)`,
    `create index incident_by_audience on incident (audience, happened_at desc, id desc)`,
    `create index incident_open on incident (happened_at desc, id desc) where state <> 'closed'`,
    `create index incident_by_service on incident using gin (services)`,
    `create index incident_by_tag on incident using gin (tags)`,
    `create index incident_by_team on incident (team_id, happened_at desc)`,
    `create table incident_severity (
        id uuid primary key,
        incident_id uuid not null references incident,
        severity smallint not null,
        at timestamptz not null,
        by uuid references person,
        reason text not null
      )`,
    `create index incident_severity_by_incident on incident_severity (incident_id, at)`,
    `create table incident_role (
        id uuid primary key,
        incident_id uuid not null references incident,
        role text not null,
        audience text,
        person_id uuid not null references person,
        assumed_at timestamptz not null,
        relinquished_at timestamptz,
        handover text
      )`,
    `create index incident_role_by_incident on incident_role (incident_id, assumed_at)`,
    `create table incident_access (
        incident_id uuid not null references incident,
        person_id uuid references person,
        team_id uuid references team,
        check ((person_id is null) <> (team_id is null))
      )`,
    `create unique index incident_access_person on incident_access (person_id, incident_id) where person_id is not null`,
    `create unique index incident_access_team on incident_access (team_id, incident_id) where team_id is not null`,
    `create index incident_access_by_incident on incident_access (incident_id)`,
    `create table timeline_event (
        id uuid primary key,
        incident_id uuid not null references incident,
        at timestamptz,
        until timestamptz,
        zone text,
        precision text not null,
        given text,
        source text not null,
        kind text not null,
        milestone text,
        actor text,
        body text not null,
        evidence jsonb not null,
        starred boolean not null,
        recorded_at timestamptz not null,
        recorded_by uuid references person,
        given_order int not null,
        supersedes uuid unique references timeline_event,
        superseded_by uuid references timeline_event,
        withdrawn jsonb,
        revision int not null
      )`,
    `create index timeline_event_in_order on timeline_event (incident_id, (coalesce(at, 'infinity'::timestamptz)), given_order, id)`,
    `create table attachment (
        id uuid primary key,
        incident_id uuid not null references incident,
        audience text not null,
        type text not null,
        size int not null,
        width int,
        height int,
        sha256 text not null,
        bytes bytea not null,
        name text,
        created_at timestamptz not null,
        created_by uuid references person
      )`,
    `create index attachment_by_incident on attachment (incident_id)`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
