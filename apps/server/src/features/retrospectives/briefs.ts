import type { RetrospectiveBrief } from "@morrow/contract/retrospectives";
import { formatReference } from "@morrow/domain/references";
import { isOverdue } from "@morrow/domain/retrospectives";
import { sql } from "kysely";

import type { Trx } from "../../platform/db/index.ts";
import type { IncidentRow, Reading } from "../incidents/index.ts";
import { namesOf } from "../people/index.ts";
import type { RetrospectiveRow } from "./find.ts";

/** What a brief is made of: the lesson instead of the whole document, and the incident's name. */
export interface BriefRow
  extends
    Pick<
      RetrospectiveRow,
      "id" | "state" | "owner_id" | "facilitator_id" | "due_on" | "meeting" | "published_at" | "read_count"
    >,
    Pick<IncidentRow, "number" | "title" | "severity" | "restricted" | "services" | "tags"> {
  incident_id: string;
  lesson: string;
}

/** Retrospectives joined with their incidents, with the columns of a brief. The caller adds who may see them. */
export function selectBriefs(trx: Trx) {
  return trx
    .selectFrom("retrospective")
    .innerJoin("incident", "incident.id", "retrospective.incident_id")
    .select([
      "retrospective.id",
      "retrospective.incident_id",
      "retrospective.state",
      "retrospective.owner_id",
      "retrospective.facilitator_id",
      "retrospective.due_on",
      "retrospective.meeting",
      "retrospective.published_at",
      "retrospective.read_count",
      "incident.number",
      "incident.title",
      "incident.severity",
      "incident.restricted",
      "incident.services",
      "incident.tags",
      sql<string>`retrospective.document ->> 'lesson'`.as("lesson"),
    ]);
}

/** Rows as the contract shows them in lists, in the same order; names are looked up once. */
export async function presentRetrospectiveBriefs(
  trx: Trx,
  rows: readonly BriefRow[],
  { policy, now }: Pick<Reading, "policy" | "now">,
): Promise<RetrospectiveBrief[]> {
  const names = await namesOf(
    trx,
    rows.flatMap((row) => [row.owner_id, row.facilitator_id]),
  );
  return rows.map((row) => ({
    id: row.id,
    incident: {
      id: row.incident_id,
      ref: formatReference("INC", row.number),
      title: row.title,
      severity: row.severity,
      restricted: row.restricted,
    },
    state: row.state,
    lesson: row.lesson,
    owner: names.person(row.owner_id),
    facilitator: names.person(row.facilitator_id),
    dueOn: row.due_on,
    overdue: row.state === "draft" && isOverdue(row.due_on, now, policy.zone),
    meeting: row.meeting,
    publishedAt: row.published_at,
    readCount: row.read_count,
    services: row.services,
    tags: row.tags,
  }));
}
