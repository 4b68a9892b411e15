import type { Countermeasure } from "@morrow/contract/countermeasures";

import type { JsonValue } from "../../platform/db/index.ts";
import type { Caller } from "../../platform/http/caller.ts";
import { Refusal } from "../../platform/http/refusal.ts";
import type { Work } from "../../platform/spine/index.ts";
import type { CountermeasureDeps } from "./deps.ts";
import { type CountermeasureRow, findCountermeasure, lockCountermeasure } from "./find.ts";
import { presentCountermeasures } from "./present.ts";
import { type Reading, readingFor } from "./reading.ts";
import { homeIncident } from "./store.ts";

/** One change of one countermeasure that the caller can see: holds it, changes it, and answers what it is then. */
export function writeCountermeasure(
  deps: CountermeasureDeps,
  caller: Caller,
  ref: string,
  change: (work: Work, row: CountermeasureRow, reading: Reading) => Promise<void>,
): Promise<Countermeasure> {
  return deps.spine.write(caller.request, async (work) => {
    const reading = await readingFor(deps, work.trx, caller.viewer);
    const row = await lockCountermeasure(work.trx, ref, reading.audiences);
    await change(work, row, reading);
    return presentOne(work, row.id, reading);
  });
}

/** A countermeasure as it is now, in the transaction that changed it. */
export async function presentOne(work: Work, id: string, reading: Reading): Promise<Countermeasure> {
  const row = await findCountermeasure(work.trx, id, { kind: "all" });
  const [shown] = await presentCountermeasures(work.trx, [row], reading);
  if (shown === undefined) throw new Refusal("not_found");
  return shown;
}

/** @throws Refusal conflict.revision with what is stored, when somebody was faster; the row is held, so this is certain */
export async function refuseOutdated(
  work: Work,
  row: CountermeasureRow,
  revision: number,
  reading: Reading,
): Promise<void> {
  if (row.revision === revision) return;
  throw new Refusal("conflict.revision", { current: await presentOne(work, row.id, reading) });
}

/** Says what happened to a countermeasure, to those who may see it. */
export async function recordOf(
  work: Work,
  row: Pick<CountermeasureRow, "id" | "audience">,
  what: string,
  data: JsonValue,
): Promise<void> {
  work.record({
    what,
    subjectKind: "countermeasure",
    subjectId: row.id,
    incidentId: await homeIncident(work.trx, row.id),
    audience: row.audience,
    data,
  });
}
