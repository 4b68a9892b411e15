import { type RawBuilder, sql } from "kysely";

import type { Trx } from "../../../platform/db/index.ts";
import type { Wanted } from "./wanted.ts";

/** Countermeasures as they are found; one that became part of another is found by that one. */
export async function countermeasureDocuments(trx: Trx, ids: readonly string[]): Promise<Wanted[]> {
  if (ids.length === 0) return [];
  const rows = await trx
    .selectFrom("countermeasure")
    .leftJoin("team", "team.id", "countermeasure.team_id")
    .selectAll("countermeasure")
    .select(["team.name as team", firstSource().as("incident_id")])
    .where("countermeasure.id", "=", sql<string>`any(${[...ids]}::uuid[])`)
    .where("countermeasure.merged_into", "is", null)
    .execute();
  return rows.map((row): Wanted => ({
    header: {
      id: row.id,
      kind: "countermeasure",
      incidentId: row.incident_id,
      audience: row.audience,
      title: row.title,
      severity: null,
      services: [],
      tags: [],
      team: row.team,
      occurredAt: row.created_at,
      publishedAt: null,
      revision: row.revision,
    },
    texts: async () => ({ lead: "", text: row.body, factors: [] }),
  }));
}

function firstSource(): RawBuilder<string | null> {
  return sql<string | null>`(
    select source.incident_id from countermeasure_source source
    where source.countermeasure_id = countermeasure.id order by source.added_at, source.incident_id limit 1)`;
}

/** Countermeasures that an incident asked for: who may see them follows from it. */
export async function countermeasuresOf(trx: Trx, incidentIds: readonly string[]): Promise<string[]> {
  if (incidentIds.length === 0) return [];
  const rows = await trx
    .selectFrom("countermeasure_source")
    .select("countermeasure_id")
    .distinct()
    .where("incident_id", "=", sql<string>`any(${[...incidentIds]}::uuid[])`)
    .execute();
  return rows.map((row) => row.countermeasure_id);
}

/** Countermeasures of a team: its name is shown and searched with them. */
export async function countermeasuresOfTeam(trx: Trx, teamId: string): Promise<string[]> {
  const rows = await trx.selectFrom("countermeasure").select("id").where("team_id", "=", teamId).execute();
  return rows.map((row) => row.id);
}
