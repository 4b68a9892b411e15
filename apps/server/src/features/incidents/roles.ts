import { type Incident, incidentRoutes } from "@morrow/contract/incidents";
import { commandRoleLabels } from "@morrow/domain/incidents";
import { audiencesOf, maySee } from "@morrow/domain/people";
import type { z } from "zod";

import type { Trx } from "../../platform/db/index.ts";
import type { Caller } from "../../platform/http/caller.ts";
import { Refusal } from "../../platform/http/refusal.ts";
import { findPerson } from "../people/index.ts";
import type { IncidentDeps } from "./deps.ts";
import type { IncidentRow } from "./find.ts";
import { accessOf } from "./store.ts";
import { recordOf, refuseField, writeIncident } from "./write.ts";

type AssumeInput = z.output<NonNullable<(typeof incidentRoutes.assumeRole)["body"]>>;

/** Gives a role to a person. Whoever held it (for liaison officers: for the same audience) hands over. */
export function assumeRole(
  deps: IncidentDeps,
  caller: Caller,
  ref: string,
  input: AssumeInput,
): Promise<Incident> {
  return writeIncident(deps, caller, ref, async (work, incident) => {
    const { trx, now } = work;
    const audience = audienceOf(input);
    await refuseUnfit(trx, incident, input.personId);
    const holder = await holderOf(trx, incident.id, input.role, audience);
    if (holder?.person_id === input.personId) return;
    if (holder !== undefined)
      await trx
        .updateTable("incident_role")
        .set({ relinquished_at: now, handover: input.handover })
        .where("id", "=", holder.id)
        .execute();
    const row = { id: work.newId(), incident_id: incident.id, role: input.role, audience };
    const assumed = { person_id: input.personId, assumed_at: now, relinquished_at: null, handover: null };
    await trx
      .insertInto("incident_role")
      .values({ ...row, ...assumed })
      .execute();
    recordOf(work, incident, "incident.role_assumed", {
      role: input.role,
      audience,
      before: holder?.person_id ?? null,
      after: input.personId,
    });
  });
}

/** Leaves a role. Leaving it twice is the same as leaving it once. */
export function relinquishRole(
  deps: IncidentDeps,
  caller: Caller,
  ref: string,
  assignment: string,
  handover: string | null,
): Promise<Incident> {
  return writeIncident(deps, caller, ref, async (work, incident) => {
    const row = await work.trx
      .selectFrom("incident_role")
      .selectAll()
      .where("id", "=", assignment)
      .where("incident_id", "=", incident.id)
      .executeTakeFirst();
    if (row === undefined) throw new Refusal("not_found");
    if (row.relinquished_at !== null) return;
    await work.trx
      .updateTable("incident_role")
      .set({ relinquished_at: work.now, handover })
      .where("id", "=", assignment)
      .execute();
    recordOf(work, incident, "incident.role_relinquished", {
      role: row.role,
      audience: row.audience,
      before: row.person_id,
    });
  });
}

function audienceOf({ role, audience }: AssumeInput): string | null {
  if (role === "liaison_officer" && audience === null) {
    const message = "Please say whom the liaison officer speaks with, such as support or a supplier.";
    throw refuseField(["audience"], "audience_missing", message);
  }
  if (role !== "liaison_officer" && audience !== null) {
    const message = `Only a liaison officer has an audience; a ${commandRoleLabels[role].label.toLowerCase()} speaks for all.`;
    throw refuseField(["audience"], "audience_unexpected", message);
  }
  return audience;
}

function holderOf(trx: Trx, incidentId: string, role: AssumeInput["role"], audience: string | null) {
  return trx
    .selectFrom("incident_role")
    .select(["id", "person_id"])
    .where("incident_id", "=", incidentId)
    .where("role", "=", role)
    .where("audience", "is not distinct from", audience)
    .where("relinquished_at", "is", null)
    .executeTakeFirst();
}

/** A role is of use only to somebody who is here and can see the incident. */
async function refuseUnfit(trx: Trx, incident: IncidentRow, personId: string): Promise<void> {
  const person = await findPerson(trx, personId);
  if (person === undefined || !person.active) {
    throw refuseField(["personId"], "unknown_person", "There is no such person here.");
  }
  if (!incident.restricted) return;
  const { personIds, teamIds } = await accessOf(trx, incident.id);
  const teams = await trx
    .selectFrom("team_member")
    .select("team_id")
    .where("person_id", "=", personId)
    .execute();
  const named = personIds.includes(personId) || teams.some((team) => teamIds.includes(team.team_id));
  const viewer = { personId, role: person.role, teamIds: [], scopes: null };
  const audiences = audiencesOf(viewer, named ? [incident.id] : []);
  if (maySee(audiences, `incident:${incident.id}`)) return;
  const message = `${person.name} cannot see this restricted incident. Name them in its access first.`;
  throw refuseField(["personId"], "person_without_access", message);
}
