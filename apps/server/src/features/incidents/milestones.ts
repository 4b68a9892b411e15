import { checkMilestones, deriveState, type Milestone, milestones } from "@morrow/domain/incidents";
import type { Problem } from "@morrow/domain";
import type { Updateable } from "kysely";

import { jsonb, type Trx } from "../../platform/db/index.ts";
import type { IncidentTable } from "../../platform/db/tables/incidents.ts";
import type { IncidentRow } from "./find.ts";

type Times = IncidentRow["milestones"];

/** What stands for "when it happened" where the start is not known, in this order. */
const standsForStart: readonly Milestone[] = [
  "started",
  "declared",
  "detected",
  "acknowledged",
  "mitigated",
  "resolved",
];

/** The milestones as the timeline has them now: of each, the event recorded last that was not corrected or withdrawn. */
export async function currentMilestones(trx: Trx, incidentId: string): Promise<Times> {
  const rows = await trx
    .selectFrom("timeline_event")
    .select(["id", "milestone", "at", "zone", "precision"])
    .where("incident_id", "=", incidentId)
    .where("milestone", "is not", null)
    .where("at", "is not", null)
    .where("superseded_by", "is", null)
    .where("withdrawn", "is", null)
    .orderBy("recorded_at")
    .orderBy("given_order")
    .orderBy("id")
    .execute();
  const times: Times = {};
  for (const { id, milestone, at, zone, precision } of rows) {
    if (milestone !== null && at !== null) times[milestone] = { at, zone, precision, eventId: id };
  }
  return times;
}

/** Instants alone, as the rules of the domain want them. */
export function instantsOf(times: Times): Partial<Record<Milestone, string>> {
  const instants: Partial<Record<Milestone, string>> = {};
  for (const name of milestones) {
    const time = times[name];
    if (time !== undefined) instants[name] = time.at;
  }
  return instants;
}

/**
 * Derives state, milestones and times of an incident from its timeline and stores them.
 * @returns what contradicts itself and did not before: the caller refuses it, or asks about it after an import
 */
export async function settleMilestones(
  trx: Trx,
  incident: Pick<IncidentRow, "id" | "milestones" | "declared_at">,
): Promise<Problem[]> {
  const times = await currentMilestones(trx, incident.id);
  await trx
    .updateTable("incident")
    .set(derivedFrom(times, incident.declared_at))
    .where("id", "=", incident.id)
    .execute();
  const known = new Set(checkMilestones(instantsOf(incident.milestones)).map((found) => found.message));
  return checkMilestones(instantsOf(times)).filter((found) => !known.has(found.message));
}

/** The columns that follow from milestones. */
export function derivedFrom(times: Times, declaredAt: string) {
  const first = standsForStart.map((name) => times[name]?.at).find((at) => at !== undefined);
  return {
    state: deriveState(instantsOf(times)),
    milestones: jsonb(times),
    happened_at: first ?? declaredAt,
    happened_at_known: first !== undefined,
    resolved_at: times.resolved?.at ?? null,
  } satisfies Updateable<IncidentTable>;
}
