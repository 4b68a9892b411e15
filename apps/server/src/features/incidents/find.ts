import type { Audiences } from "@morrow/domain/people";
import { parseReference } from "@morrow/domain/references";
import { type Selectable, sql } from "kysely";

import type { Trx } from "../../platform/db/index.ts";
import type { IncidentTable } from "../../platform/db/tables/incidents.ts";
import { visible } from "../../platform/db/visible.ts";
import { Refusal } from "../../platform/http/refusal.ts";

export type IncidentRow = Selectable<IncidentTable>;

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/**
 * The incident that a reference (INC-142) or uuid names, if its audience includes the viewer.
 * @throws Refusal not_found for everything else, so that nobody learns what exists
 */
export async function findIncident(trx: Trx, ref: string, audiences: Audiences): Promise<IncidentRow> {
  const row = await byReference(trx, ref, audiences)?.executeTakeFirst();
  if (row === undefined) throw new Refusal("not_found");
  return row;
}

/**
 * The same, and holds it until the end of the transaction. `update` is for changes of the incident itself; `share` is
 * for adding something to it: many may add at once, yet none while its audience changes, so that what they add
 * carries the right one.
 * @throws Refusal not_found
 */
export async function lockIncident(
  trx: Trx,
  ref: string,
  audiences: Audiences,
  strength: "update" | "share" = "update",
): Promise<IncidentRow> {
  const query = byReference(trx, ref, audiences);
  const locked = strength === "update" ? query?.forUpdate() : query?.forShare();
  const row = await locked?.executeTakeFirst();
  if (row === undefined) throw new Refusal("not_found");
  return row;
}

function byReference(trx: Trx, ref: string, audiences: Audiences) {
  const number = parseReference("INC", ref);
  if (number === null && !uuid.test(ref)) return undefined;
  const query = trx
    .selectFrom("incident")
    .selectAll()
    .where(visible(sql.ref("incident.audience"), audiences));
  return number === null ? query.where("id", "=", ref) : query.where("number", "=", number);
}
