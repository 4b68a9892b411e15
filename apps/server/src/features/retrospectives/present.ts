import type { Retrospective } from "@morrow/contract/retrospectives";
import { durations } from "@morrow/domain/incidents";
import { facilitatorAdvice, missingGroups, wasInvolved } from "@morrow/domain/retrospectives";

import type { Trx } from "../../platform/db/index.ts";
import { instantsOf, type Reading } from "../incidents/index.ts";
import { namesOf } from "../people/index.ts";
import { presentRetrospectiveBriefs } from "./briefs.ts";
import type { Found } from "./find.ts";
import { partsOf } from "./parts.ts";
import { presentStakeholders } from "./stakeholders.ts";

/** A retrospective as the contract shows it, whole. The caller has made sure that the reader may see it. */
export async function presentRetrospective(
  trx: Trx,
  { incident, row }: Found,
  reading: Pick<Reading, "policy" | "now">,
): Promise<Retrospective> {
  const { number, title, severity, restricted, services, tags } = incident;
  const briefRow = {
    ...row,
    lesson: row.document.lesson,
    number,
    title,
    severity,
    restricted,
    services,
    tags,
  };
  const [brief] = await presentRetrospectiveBriefs(trx, [briefRow], reading);
  if (brief === undefined) throw new Error("one row in, one brief out");
  const names = await namesOf(trx, [row.saved_by, row.published_by]);
  return {
    ...brief,
    revision: row.revision,
    document: row.document,
    stakeholders: await presentStakeholders(trx, row.stakeholders),
    missingGroups: missingGroups(row.stakeholders),
    facilitatorWarning: await facilitatorWarning(trx, { incident, row }, brief.facilitator?.name ?? ""),
    createdAt: row.created_at,
    savedAt: row.saved_at,
    savedBy: names.person(row.saved_by),
    publishedRevision: row.published_revision,
    publishedBy: names.person(row.published_by),
    milestones: incident.milestones,
    durations: durations(instantsOf(incident.milestones)),
    impact: incident.impact,
  };
}

/** Once published there is nobody left to choose. */
async function facilitatorWarning(trx: Trx, { incident, row }: Found, name: string): Promise<string | null> {
  if (row.facilitator_id === null || row.state === "published") return null;
  const parts = await partsOf(trx, incident);
  return facilitatorAdvice(
    name,
    wasInvolved(row.facilitator_id, { ...parts, stakeholders: row.stakeholders }),
  );
}
