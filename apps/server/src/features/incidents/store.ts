import type { Audiences } from "@morrow/domain/people";
import type { Severity } from "@morrow/domain/incidents";
import { sql } from "kysely";

import type { Trx } from "../../platform/db/index.ts";
import { visible } from "../../platform/db/visible.ts";

/** Takes the next number of a sequence without gaps: the row stays locked until the transaction ends. */
export async function nextNumber(trx: Trx, name: "INC" | "CM"): Promise<number> {
  const row = await trx
    .updateTable("counter")
    .set((eb) => ({ last: eb("last", "+", 1) }))
    .where("name", "=", name)
    .returning("last")
    .executeTakeFirstOrThrow();
  return row.last;
}

export async function insertSeverity(
  trx: Trx,
  row: {
    id: string;
    incident_id: string;
    severity: Severity;
    at: string;
    by: string | null;
    reason: string;
  },
): Promise<void> {
  await trx.insertInto("incident_severity").values(row).execute();
}

export function severitiesOf(trx: Trx, incidentId: string) {
  return trx
    .selectFrom("incident_severity")
    .select(["severity", "at", "by", "reason"])
    .where("incident_id", "=", incidentId)
    .orderBy("at")
    .orderBy("id")
    .execute();
}

export function rolesOf(trx: Trx, incidentId: string) {
  return trx
    .selectFrom("incident_role")
    .selectAll()
    .where("incident_id", "=", incidentId)
    .orderBy("assumed_at")
    .orderBy("id")
    .execute();
}

export async function accessOf(
  trx: Trx,
  incidentId: string,
): Promise<{ personIds: string[]; teamIds: string[] }> {
  const rows = await trx
    .selectFrom("incident_access")
    .select(["person_id", "team_id"])
    .where("incident_id", "=", incidentId)
    .execute();
  return {
    personIds: rows.map((row) => row.person_id).filter((id) => id !== null),
    teamIds: rows.map((row) => row.team_id).filter((id) => id !== null),
  };
}

export function writeupOf(trx: Trx, incidentId: string, audiences: Audiences) {
  return trx
    .selectFrom("writeup")
    .select(["id", "path", "url", "questions"])
    .where("incident_id", "=", incidentId)
    .where(visible(sql.ref("writeup.audience"), audiences))
    .executeTakeFirst();
}

/** Of the given people, those who are here. */
export async function knownPeople(trx: Trx, ids: readonly string[]): Promise<Set<string>> {
  return idsIn(trx, "person", ids);
}

export async function knownTeams(trx: Trx, ids: readonly string[]): Promise<Set<string>> {
  return idsIn(trx, "team", ids);
}

async function idsIn(trx: Trx, table: "person" | "team", ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await trx
    .selectFrom(table)
    .select("id")
    .where("id", "=", sql<string>`any(${[...ids]}::uuid[])`)
    .execute();
  return new Set(rows.map((row) => row.id));
}
