import type { Countermeasure } from "@morrow/contract/countermeasures";
import { sql } from "kysely";

import type { Trx } from "../../platform/db/index.ts";
import { visible } from "../../platform/db/visible.ts";
import { presentCountermeasures } from "./present.ts";
import type { Reading } from "./reading.ts";

/** What the reader promised and has not finished, by target date. Remarks are left out. */
export async function promisedBy(trx: Trx, reading: Reading, limit: number): Promise<Countermeasure[]> {
  const rows = await trx
    .selectFrom("countermeasure")
    .selectAll()
    .where("owner_id", "=", reading.personId)
    .where("state", "in", ["idea", "accepted", "in_progress"])
    .where(visible(sql.ref("countermeasure.audience"), reading.audiences))
    .orderBy(sql`coalesce(due_on, 'infinity'::date)`)
    .orderBy("number")
    .limit(limit)
    .execute();
  return presentCountermeasures(trx, rows, reading);
}

/** Everything one incident asked for, as the reader may see it, in the order of their numbers. Remarks are left out. */
export async function countermeasuresOf(
  trx: Trx,
  incidentId: string,
  reading: Reading,
): Promise<Countermeasure[]> {
  const rows = await trx
    .selectFrom("countermeasure")
    .innerJoin("countermeasure_source as source", "source.countermeasure_id", "countermeasure.id")
    .selectAll("countermeasure")
    .where("source.incident_id", "=", incidentId)
    .where(visible(sql.ref("countermeasure.audience"), reading.audiences))
    .orderBy("countermeasure.number")
    .execute();
  return presentCountermeasures(trx, rows, reading);
}
