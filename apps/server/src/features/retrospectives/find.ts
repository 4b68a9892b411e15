import type { Audiences } from "@morrow/domain/people";
import { type Selectable, sql } from "kysely";

import type { Trx } from "../../platform/db/index.ts";
import type { RetrospectiveTable } from "../../platform/db/tables/retrospectives.ts";
import { visible } from "../../platform/db/visible.ts";
import { Refusal } from "../../platform/http/refusal.ts";
import { findIncident, type IncidentRow, lockIncident } from "../incidents/index.ts";

export type RetrospectiveRow = Selectable<RetrospectiveTable>;

export interface Found {
  incident: IncidentRow;
  row: RetrospectiveRow;
}

/**
 * The retrospective of the incident that a reference or uuid names, if both are visible.
 * @throws Refusal not_found otherwise
 */
export async function findRetrospective(trx: Trx, ref: string, audiences: Audiences): Promise<Found> {
  const incident = await findIncident(trx, ref, audiences);
  return found(incident, await ofIncident(trx, incident.id, audiences).executeTakeFirst());
}

/** The same, held until the end of the transaction, with its incident kept from being restricted meanwhile. */
export async function lockRetrospective(trx: Trx, ref: string, audiences: Audiences): Promise<Found> {
  const incident = await lockIncident(trx, ref, audiences, "share");
  return found(incident, await ofIncident(trx, incident.id, audiences).forUpdate().executeTakeFirst());
}

function ofIncident(trx: Trx, incidentId: string, audiences: Audiences) {
  return trx
    .selectFrom("retrospective")
    .selectAll()
    .where("incident_id", "=", incidentId)
    .where(visible(sql.ref("retrospective.audience"), audiences));
}

function found(incident: IncidentRow, row: RetrospectiveRow | undefined): Found {
  if (row === undefined) throw new Refusal("not_found");
  return { incident, row };
}
