import type { IncidentBrief } from "@morrow/contract/incidents";
import type { RetrospectiveState } from "@morrow/domain/retrospectives";
import { isRetrospectiveOverdue } from "@morrow/domain";
import { formatReference } from "@morrow/domain/references";
import { sql } from "kysely";

import type { Trx } from "../../platform/db/index.ts";
import { visible } from "../../platform/db/visible.ts";
import { type Names, namesOf } from "../people/index.ts";
import type { IncidentRow } from "./find.ts";
import type { Reading } from "./reading.ts";

/** The columns that a brief is made of: a list need not carry summaries and links. */
export const briefColumns = [
  "incident.id",
  "incident.number",
  "incident.title",
  "incident.kind",
  "incident.severity",
  "incident.state",
  "incident.scheduled",
  "incident.services",
  "incident.tags",
  "incident.team_id",
  "incident.restricted",
  "incident.happened_at",
  "incident.happened_at_known",
  "incident.resolved_at",
] as const;

type BriefRow = Pick<
  IncidentRow,
  | "id"
  | "number"
  | "title"
  | "kind"
  | "severity"
  | "state"
  | "scheduled"
  | "services"
  | "tags"
  | "team_id"
  | "restricted"
  | "happened_at"
  | "happened_at_known"
  | "resolved_at"
>;

interface RetrospectiveBriefRow {
  state: RetrospectiveState;
  due_on: string | null;
}

/** Rows as the contract shows them in lists, in the same order: two queries however many there are. */
export async function presentIncidentBriefs(
  trx: Trx,
  rows: readonly BriefRow[],
  reading: Reading,
): Promise<IncidentBrief[]> {
  const retrospectives = await visibleRetrospectives(
    trx,
    rows.map((row) => row.id),
    reading,
  );
  const names = await namesOf(
    trx,
    [],
    rows.map((row) => row.team_id),
  );
  return rows.map((row) => briefOf(row, retrospectives.get(row.id), names, reading));
}

/** A draft that the reader may not see is not there for them. */
async function visibleRetrospectives(
  trx: Trx,
  incidentIds: readonly string[],
  reading: Reading,
): Promise<Map<string, RetrospectiveBriefRow>> {
  if (incidentIds.length === 0) return new Map();
  const rows = await trx
    .selectFrom("retrospective")
    .select(["incident_id", "state", "due_on"])
    .where("incident_id", "=", sql<string>`any(${[...incidentIds]}::uuid[])`)
    .where(visible(sql.ref("retrospective.audience"), reading.audiences))
    .execute();
  return new Map(rows.map((row) => [row.incident_id, row]));
}

function briefOf(
  row: BriefRow,
  retrospective: RetrospectiveBriefRow | undefined,
  names: Names,
  reading: Reading,
): IncidentBrief {
  return {
    id: row.id,
    ref: formatReference("INC", row.number),
    title: row.title,
    kind: row.kind,
    severity: row.severity,
    state: row.state,
    scheduled: row.scheduled,
    services: row.services,
    tags: row.tags,
    team: names.team(row.team_id),
    restricted: row.restricted,
    at: row.happened_at_known ? row.happened_at : null,
    resolvedAt: row.resolved_at,
    retrospective: retrospective === undefined ? null : retrospectiveBriefOf(retrospective, reading),
  };
}

function retrospectiveBriefOf(
  { state, due_on }: RetrospectiveBriefRow,
  { policy, now }: Reading,
): NonNullable<IncidentBrief["retrospective"]> {
  const overdue = state === "draft" && isRetrospectiveOverdue(due_on, now, policy.zone);
  return { state, dueOn: due_on, overdue };
}
