import type { ActedEvent, HeldRole, IncidentParts } from "@morrow/domain/retrospectives";
import { sql } from "kysely";

import type { Trx } from "../../platform/db/index.ts";
import type { IncidentRow } from "../incidents/index.ts";

/** Who had which part in an incident, as the timeline, the command roles and the declaration say. */
export async function partsOf(
  trx: Trx,
  incident: Pick<IncidentRow, "id" | "declared_by">,
): Promise<IncidentParts> {
  return {
    timeline: await actedEvents(trx, incident.id),
    roles: await heldRoles(trx, incident.id),
    declaredBy: incident.declared_by,
  };
}

async function heldRoles(trx: Trx, incidentId: string): Promise<HeldRole[]> {
  const rows = await trx
    .selectFrom("incident_role")
    .select(["person_id", "role"])
    .where("incident_id", "=", incidentId)
    .orderBy("assumed_at")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({ personId: row.person_id, role: row.role }));
}

/** One entry for each event; grouped in the database, because a timeline may have thousands with long texts. */
async function actedEvents(trx: Trx, incidentId: string): Promise<ActedEvent[]> {
  const rows = await trx
    .selectFrom("timeline_event")
    .select(["kind", "source", "actor", "recorded_by", sql<number>`count(*)`.as("count")])
    .where("incident_id", "=", incidentId)
    .where("superseded_by", "is", null)
    .where("withdrawn", "is", null)
    .groupBy(["kind", "source", "actor", "recorded_by"])
    .orderBy(sql`min(coalesce(at, 'infinity'::timestamptz))`)
    .orderBy("kind")
    .execute();
  const people = await peopleNamed(
    trx,
    rows.map((row) => row.actor),
  );
  return rows.flatMap(({ kind, source, actor, recorded_by, count }) => {
    // Whoever writes an entry without naming somebody tells what they did themselves; an import was done by others.
    const writer = actor === null && source === "person" ? recorded_by : null;
    const personId = writer ?? people.get(actor?.trim().toLowerCase() ?? "") ?? null;
    return Array.from({ length: count }, (): ActedEvent => ({ kind, source, actor, personId }));
  });
}

/** People by their name in lower case; a name that two people bear says nothing. */
async function peopleNamed(trx: Trx, names: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [
    ...new Set(names.map((name) => name?.trim().toLowerCase() ?? "").filter((name) => name !== "")),
  ];
  if (wanted.length === 0) return new Map();
  const rows = await trx
    .selectFrom("person")
    .select(["id", sql<string>`lower(name)`.as("name")])
    .where(sql<boolean>`lower(name) = any(${wanted}::text[])`)
    .execute();
  const unique = [...Map.groupBy(rows, (row) => row.name)].filter(([, bearers]) => bearers.length === 1);
  return new Map(unique.map(([name, bearers]) => [name, bearers[0]?.id ?? ""]));
}
