import type { Countermeasure, countermeasureRoutes } from "@morrow/contract/countermeasures";
import { formatReference } from "@morrow/domain/references";
import type { Insertable } from "kysely";
import type { z } from "zod";

import type { Trx } from "../../platform/db/index.ts";
import type { CountermeasureTable } from "../../platform/db/tables/countermeasures.ts";
import type { Caller } from "../../platform/http/caller.ts";
import type { Work } from "../../platform/spine/index.ts";
import { lockIncident, nextNumber, settleCountermeasureAudiences } from "../incidents/index.ts";
import { keepDate } from "./dates.ts";
import type { CountermeasureDeps } from "./deps.ts";
import { refuseUnknown } from "./known.ts";
import { readingFor } from "./reading.ts";
import { presentOne, recordOf } from "./write.ts";

type Input = z.output<NonNullable<(typeof countermeasureRoutes.add)["body"]>>;

/** Writes down an idea that came up at an incident; it needs nothing but a title. */
export function addCountermeasure(
  deps: CountermeasureDeps,
  caller: Caller,
  input: Input,
): Promise<Countermeasure> {
  return deps.spine.write(caller.request, async (work) => {
    const reading = await readingFor(deps, work.trx, caller.viewer);
    // Held, so that the incident is not restricted between here and the commit.
    const incident = await lockIncident(work.trx, input.incident, reading.audiences, "share");
    await refuseUnknown(work.trx, input);
    const id = await insertCountermeasure(work, incident.id, {
      title: input.title,
      body: input.body ?? "",
      state: "idea",
      kind: input.kind ?? null,
      strength: input.strength ?? null,
      owner_id: input.ownerId ?? null,
      owner_name: null,
      team_id: input.teamId ?? null,
      due_on: input.dueOn ?? null,
      priority: input.priority ?? null,
      ticket: input.ticket ?? null,
      reason: null,
      created_by: caller.viewer.personId,
    });
    return presentOne(work, id, reading);
  });
}

export type NewCountermeasure = Omit<
  Insertable<CountermeasureTable>,
  "id" | "number" | "revision" | "audience" | "evidence" | "merged_into" | "created_at"
>;

/** Stores a countermeasure with its first source and date, settles who may see it, and says so. Returns its id. */
export async function insertCountermeasure(
  work: Work,
  incidentId: string,
  values: NewCountermeasure,
): Promise<string> {
  const id = work.newId();
  const number = await nextNumber(work.trx, "CM");
  await work.trx
    .insertInto("countermeasure")
    .values({
      ...values,
      id,
      number,
      revision: 1,
      audience: "members",
      evidence: null,
      merged_into: null,
      created_at: work.now,
    })
    .execute();
  await addSources(work.trx, id, [incidentId], work.now);
  await keepDate(work, { id, due_on: null }, values.due_on, values.created_by ?? null);
  const audience = (await settleCountermeasureAudiences(work.trx, [id])).get(id) ?? "members";
  await recordOf(work, { id, audience }, "countermeasure.added", {
    ref: formatReference("CM", number),
    title: values.title,
    state: values.state,
  });
  return id;
}

/** Adds incidents that asked for a countermeasure; those already known stay as they are. */
export async function addSources(
  trx: Trx,
  countermeasureId: string,
  incidentIds: readonly string[],
  at: string,
): Promise<void> {
  if (incidentIds.length === 0) return;
  await trx
    .insertInto("countermeasure_source")
    .values(
      incidentIds.map((incident_id) => ({ countermeasure_id: countermeasureId, incident_id, added_at: at })),
    )
    .onConflict((conflict) => conflict.columns(["countermeasure_id", "incident_id"]).doNothing())
    .execute();
}
