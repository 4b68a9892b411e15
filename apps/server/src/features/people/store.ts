import type { Role, Scope } from "@morrow/domain/people";
import { sql } from "kysely";

import type { Trx } from "../../platform/db/index.ts";

export interface PersonRow {
  id: string;
  email: string;
  name: string;
  role: Role;
  active: boolean;
  created_at: string;
  last_seen_on: string | null;
}

const personColumns = ["id", "email", "name", "role", "active", "created_at", "last_seen_on"] as const;

export function listPeople(trx: Trx): Promise<PersonRow[]> {
  return trx.selectFrom("person").select(personColumns).orderBy("name").orderBy("id").execute();
}

export function findPerson(trx: Trx, id: string): Promise<PersonRow | undefined> {
  return trx.selectFrom("person").select(personColumns).where("id", "=", id).executeTakeFirst();
}

export function findCredentials(
  trx: Trx,
  email: string,
): Promise<{ id: string; password_hash: string | null; active: boolean } | undefined> {
  return trx
    .selectFrom("person")
    .select(["id", "password_hash", "active"])
    .where("email", "=", email)
    .executeTakeFirst();
}

/** @returns false when the address is taken */
export async function insertPerson(
  trx: Trx,
  person: PersonRow & { password_hash: string | null },
): Promise<boolean> {
  const inserted = await trx
    .insertInto("person")
    .values(person)
    .onConflict((conflict) => conflict.column("email").doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

export async function countOtherAdmins(trx: Trx, exceptId: string): Promise<number> {
  // The lock keeps two administrators from stepping down at the same moment.
  const rows = await trx
    .selectFrom("person")
    .select("id")
    .where("role", "=", "admin")
    .where("active", "=", true)
    .forUpdate()
    .execute();
  return rows.filter((row) => row.id !== exceptId).length;
}

export async function organisationName(trx: Trx): Promise<string | null> {
  const row = await trx.selectFrom("organisation").select("name").executeTakeFirst();
  return row?.name ?? null;
}

export function teamsOf(
  trx: Trx,
  personIds: readonly string[],
): Promise<{ person_id: string; id: string; name: string }[]> {
  return trx
    .selectFrom("team_member")
    .innerJoin("team", "team.id", "team_member.team_id")
    .select(["team_member.person_id", "team.id", "team.name"])
    .where("team_member.person_id", "=", sql<string>`any(${[...personIds]}::uuid[])`)
    .orderBy("team.name")
    .execute();
}

export interface SignedIn {
  person_id: string;
  role: Role;
  token_id: string | null;
  scopes: Scope[] | null;
  team_ids: string[];
  seen_today: boolean;
}

/** Whoever a session secret belongs to, if both are still valid. */
export async function findSession(trx: Trx, secretHash: string, now: string): Promise<SignedIn | undefined> {
  return trx
    .selectFrom("session")
    .innerJoin("person", "person.id", "session.person_id")
    .select((select) => [
      "person.id as person_id",
      "person.role",
      sql<null>`null`.as("token_id"),
      sql<null>`null`.as("scopes"),
      teamIds.as("team_ids"),
      select("person.last_seen_on", "=", now.slice(0, 10)).$castTo<boolean>().as("seen_today"),
    ])
    .where("session.secret_hash", "=", secretHash)
    .where("session.expires_at", ">", now)
    .where("person.active", "=", true)
    .executeTakeFirst();
}

/** Whoever a token secret belongs to, if both are still valid. */
export async function findToken(trx: Trx, secretHash: string, now: string): Promise<SignedIn | undefined> {
  return trx
    .selectFrom("token")
    .innerJoin("person", "person.id", "token.person_id")
    .select((select) => [
      "person.id as person_id",
      "person.role",
      "token.id as token_id",
      "token.scopes",
      teamIds.as("team_ids"),
      select("token.last_used_on", "=", now.slice(0, 10)).$castTo<boolean>().as("seen_today"),
    ])
    .where("token.secret_hash", "=", secretHash)
    .where((where) => where.or([where("token.expires_at", "is", null), where("token.expires_at", ">", now)]))
    .where("person.active", "=", true)
    .executeTakeFirst();
}

const teamIds = sql<
  string[]
>`array(select team_id::text from team_member where team_member.person_id = person.id)`;

/** Restricted incidents that name this person or one of their teams. */
export async function grantedIncidents(
  trx: Trx,
  personId: string,
  teams: readonly string[],
): Promise<string[]> {
  const rows = await trx
    .selectFrom("incident_access")
    .select("incident_id")
    .distinct()
    .where((where) =>
      where.or([
        where("person_id", "=", personId),
        where("team_id", "=", sql<string>`any(${[...teams]}::uuid[])`),
      ]),
    )
    .execute();
  return rows.map((row) => row.incident_id);
}
