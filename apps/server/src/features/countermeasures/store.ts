import type { Audiences } from "@morrow/domain/people";
import { sql } from "kysely";

import type { Trx } from "../../platform/db/index.ts";
import { visible } from "../../platform/db/visible.ts";

function anyOf(ids: readonly string[]) {
  return sql<string>`any(${[...ids]}::uuid[])`;
}

/** Incidents that asked for countermeasures, oldest first, as far as the viewer may see them. */
export function sourcesOf(trx: Trx, countermeasureIds: readonly string[], audiences: Audiences) {
  return trx
    .selectFrom("countermeasure_source as source")
    .innerJoin("incident", "incident.id", "source.incident_id")
    .select(["source.countermeasure_id", "incident.id", "incident.number", "incident.title"])
    .where("source.countermeasure_id", "=", anyOf(countermeasureIds))
    .where(visible(sql.ref("incident.audience"), audiences))
    .orderBy("source.added_at")
    .orderBy("incident.number")
    .execute();
}

/** The incident under which changes of a countermeasure are written down: the first that asked for it. */
export async function homeIncident(trx: Trx, countermeasureId: string): Promise<string | null> {
  const row = await trx
    .selectFrom("countermeasure_source")
    .select("incident_id")
    .where("countermeasure_id", "=", countermeasureId)
    .orderBy("added_at")
    .orderBy("incident_id")
    .limit(1)
    .executeTakeFirst();
  return row?.incident_id ?? null;
}

export function datesOf(trx: Trx, countermeasureIds: readonly string[]) {
  return trx
    .selectFrom("countermeasure_date")
    .select(["countermeasure_id", "due_on", "set_at", "by"])
    .where("countermeasure_id", "=", anyOf(countermeasureIds))
    .orderBy("set_at")
    .orderBy("id")
    .execute();
}

/** Averages and the viewer's own vote; who else voted how is not asked. */
export function votesOf(trx: Trx, countermeasureIds: readonly string[], personId: string) {
  const mine = (column: "effect" | "effort") =>
    sql<number | null>`max(${sql.ref(column)}) filter (where person_id = ${personId}::uuid)`;
  return trx
    .selectFrom("countermeasure_vote")
    .select([
      "countermeasure_id",
      sql<number>`count(*)`.as("count"),
      sql<number>`avg(effect)::float8`.as("effect"),
      sql<number>`avg(effort)::float8`.as("effort"),
      mine("effect").as("my_effect"),
      mine("effort").as("my_effort"),
    ])
    .where("countermeasure_id", "=", anyOf(countermeasureIds))
    .groupBy("countermeasure_id")
    .execute();
}

/** Numbers of the countermeasures that others were merged into, as far as the viewer may see them. */
export function numbersOf(trx: Trx, countermeasureIds: readonly string[], audiences: Audiences) {
  return trx
    .selectFrom("countermeasure")
    .select(["id", "number"])
    .where("id", "=", anyOf(countermeasureIds))
    .where(visible(sql.ref("countermeasure.audience"), audiences))
    .execute();
}
