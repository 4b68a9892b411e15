import { type Incident, incidentRoutes } from "@morrow/contract/incidents";
import { incidentAudience } from "@morrow/domain/people";
import type { z } from "zod";

import type { Trx } from "../../platform/db/index.ts";
import type { Caller } from "../../platform/http/caller.ts";
import { changeAudience } from "./audience.ts";
import { refuseOutdated } from "./change.ts";
import type { IncidentDeps } from "./deps.ts";
import type { IncidentRow } from "./find.ts";
import { accessOf, knownPeople, knownTeams } from "./store.ts";
import { recordOf, refuseField, writeIncident } from "./write.ts";

type AccessInput = z.output<NonNullable<(typeof incidentRoutes.setAccess)["body"]>>;

/** Restricts an incident to named people and teams, or opens it, with everything that belongs to it. */
export function setAccess(
  deps: IncidentDeps,
  caller: Caller,
  ref: string,
  input: AccessInput,
): Promise<Incident> {
  return writeIncident(deps, caller, ref, async (work, incident, reading) => {
    await refuseOutdated(work.trx, incident, input.revision, reading);
    const before = await accessOf(work.trx, incident.id);
    const after = input.restricted
      ? await namedIn(work.trx, input, caller.viewer.personId)
      : { personIds: [], teamIds: [] };
    await replaceAccess(work.trx, incident, after);
    const restricted = { id: incident.id, restricted: input.restricted };
    await work.trx
      .updateTable("incident")
      .set({ restricted: input.restricted, revision: incident.revision + 1 })
      .where("id", "=", incident.id)
      .execute();
    if (incident.restricted !== input.restricted) await changeAudience(work.trx, restricted);
    const audience = incidentAudience(restricted);
    recordOf(work, { id: incident.id, audience }, "incident.access_changed", {
      before: { restricted: incident.restricted, ...before },
      after: { restricted: input.restricted, ...after },
    });
  });
}

/** Whoever restricts stays on the list: nobody shuts themselves out by mistake. */
async function namedIn(
  trx: Trx,
  input: AccessInput,
  by: string,
): Promise<{ personIds: string[]; teamIds: string[] }> {
  const personIds = [...new Set([by, ...input.personIds])];
  const teamIds = [...new Set(input.teamIds)];
  const people = await knownPeople(trx, personIds);
  if (personIds.some((id) => !people.has(id)))
    throw refuseField(["personIds"], "unknown_person", "There is no such person here.");
  const teams = await knownTeams(trx, teamIds);
  if (teamIds.some((id) => !teams.has(id)))
    throw refuseField(["teamIds"], "unknown_team", "There is no such team here.");
  return { personIds, teamIds };
}

async function replaceAccess(
  trx: Trx,
  incident: Pick<IncidentRow, "id">,
  { personIds, teamIds }: { personIds: string[]; teamIds: string[] },
): Promise<void> {
  await trx.deleteFrom("incident_access").where("incident_id", "=", incident.id).execute();
  const rows = [
    ...personIds.map((person_id) => ({ incident_id: incident.id, person_id, team_id: null })),
    ...teamIds.map((team_id) => ({ incident_id: incident.id, person_id: null, team_id })),
  ];
  if (rows.length > 0) await trx.insertInto("incident_access").values(rows).execute();
}
