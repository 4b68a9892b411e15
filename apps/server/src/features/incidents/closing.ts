import { type Incident, incidentRoutes } from "@morrow/contract/incidents";
import { mayClose } from "@morrow/domain/incidents";
import { may } from "@morrow/domain/people";
import type { z } from "zod";

import { jsonb, type Trx } from "../../platform/db/index.ts";
import type { Caller } from "../../platform/http/caller.ts";
import { Refusal, refuseProblems } from "../../platform/http/refusal.ts";
import type { Work } from "../../platform/spine/index.ts";
import type { IncidentDeps } from "./deps.ts";
import type { IncidentRow } from "./find.ts";
import { settleMilestones } from "./milestones.ts";
import type { Reading } from "./reading.ts";
import { insertTimelineEvents } from "./timeline-rows.ts";
import { recordOf, refuseField, writeIncident } from "./write.ts";

type Waiver = z.output<NonNullable<(typeof incidentRoutes.close)["body"]>>["waiver"];

/** Closes a resolved incident through the gate: published, not required, or waived by name. */
export function closeIncident(
  deps: IncidentDeps,
  caller: Caller,
  ref: string,
  waiver: Waiver,
): Promise<Incident> {
  return writeIncident(deps, caller, ref, async (work, incident, reading) => {
    if (incident.state === "closed") throw new Refusal("incident.closed");
    if (incident.state !== "resolved") throw new Refusal("incident.not_resolved");
    const because = await passGate(work.trx, caller, incident, reading, waiver);
    if (because === "waived" && waiver !== undefined)
      await work.trx
        .updateTable("incident")
        .set({ waiver: jsonb({ by: caller.viewer.personId, at: work.now, reason: waiver.reason }) })
        .where("id", "=", incident.id)
        .execute();
    await addClosedMilestone(work, incident, caller.viewer.personId);
    recordOf(work, incident, "incident.closed", {
      because,
      ...(because === "waived" ? { reason: waiver?.reason ?? "" } : {}),
    });
  });
}

/** A waiver that is not needed is not taken: nobody's name is put to it. */
async function passGate(
  trx: Trx,
  caller: Caller,
  incident: IncidentRow,
  { policy }: Reading,
  waiver: Waiver,
): Promise<"published" | "not_required" | "waived"> {
  const retrospective = await trx
    .selectFrom("retrospective")
    .select("state")
    .where("incident_id", "=", incident.id)
    .executeTakeFirst();
  const question = { policy, severity: incident.severity, retrospective: retrospective ?? null };
  const plain = mayClose({ ...question, waiver: null });
  if (plain.allowed) return plain.because;
  if (waiver === undefined) throw new Refusal("incident.retrospective_missing", { message: plain.message });
  if (!may(caller.viewer, "incidents.waive")) throw new Refusal("permission.denied");
  const waived = mayClose({ ...question, waiver });
  if (waived.allowed) return waived.because;
  throw refuseField(["waiver", "reason"], waived.code, waived.message);
}

async function addClosedMilestone(work: Work, incident: IncidentRow, by: string): Promise<void> {
  await insertTimelineEvents(work.trx, [
    {
      id: work.newId(),
      incidentId: incident.id,
      at: work.now,
      precision: "second",
      source: "person",
      kind: "milestone",
      milestone: "closed",
      body: "The incident was closed.",
      recordedAt: work.now,
      recordedBy: by,
    },
  ]);
  refuseProblems(await settleMilestones(work.trx, incident));
}

/** Withdraws the closing, with the reason. A waiver ends with it: closing again passes the gate again. */
export function reopenIncident(
  deps: IncidentDeps,
  caller: Caller,
  ref: string,
  reason: string,
): Promise<Incident> {
  return writeIncident(deps, caller, ref, async (work, incident) => {
    if (incident.state !== "closed")
      throw new Refusal("input.rule", { message: "This incident is not closed." });
    const by = caller.viewer.personId;
    await work.trx
      .updateTable("timeline_event")
      .set((eb) => ({ withdrawn: jsonb({ reason, by, at: work.now }), revision: eb("revision", "+", 1) }))
      .where("incident_id", "=", incident.id)
      .where("milestone", "=", "closed")
      .where("superseded_by", "is", null)
      .where("withdrawn", "is", null)
      .execute();
    await work.trx.updateTable("incident").set({ waiver: null }).where("id", "=", incident.id).execute();
    refuseProblems(await settleMilestones(work.trx, incident));
    recordOf(work, incident, "incident.reopened", { reason });
  });
}
