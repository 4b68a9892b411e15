import { recordSlip } from "@morrow/domain/countermeasures";

import type { JsonValue } from "../../platform/db/index.ts";
import type { Work } from "../../platform/spine/index.ts";

/**
 * Keeps a new target date in the history of dates.
 * @returns the slip it is, for the log; null when the date is the first, an earlier one, or no other
 */
export async function keepDate(
  work: Work,
  countermeasure: { id: string; due_on: string | null },
  dueOn: string | null | undefined,
  by: string | null,
): Promise<JsonValue> {
  if (dueOn === undefined || dueOn === null || dueOn === countermeasure.due_on) return null;
  await work.trx
    .insertInto("countermeasure_date")
    .values({
      id: work.newId(),
      countermeasure_id: countermeasure.id,
      due_on: dueOn,
      set_at: work.now,
      by,
    })
    .execute();
  const { slips } = recordSlip({ dueOn: countermeasure.due_on, slips: [] }, dueOn, work.now);
  const slip = slips[0];
  return slip === undefined ? null : { from: slip.from, to: slip.to };
}
