import type { Incident } from "@morrow/contract/incidents";
import type { FieldProblem } from "@morrow/contract/errors";

import type { JsonValue } from "../../platform/db/index.ts";
import type { Caller } from "../../platform/http/caller.ts";
import { Refusal } from "../../platform/http/refusal.ts";
import type { Work } from "../../platform/spine/index.ts";
import type { IncidentDeps } from "./deps.ts";
import { findIncident, type IncidentRow, lockIncident } from "./find.ts";
import { presentIncident } from "./present.ts";
import { type Reading, readingFor } from "./reading.ts";

/** One change of one incident that the caller can see: holds it, changes it, and answers what it is then. */
export function writeIncident(
  deps: IncidentDeps,
  caller: Caller,
  ref: string,
  change: (work: Work, incident: IncidentRow, reading: Reading) => Promise<void>,
): Promise<Incident> {
  return deps.spine.write(caller.request, async (work) => {
    const reading = await readingFor(deps, work.trx, caller.viewer);
    const incident = await lockIncident(work.trx, ref, reading.audiences);
    await change(work, incident, reading);
    // Read again: the change may have been about who sees it.
    const after = await readingFor(deps, work.trx, caller.viewer);
    return presentIncident(work.trx, await findIncident(work.trx, incident.id, { kind: "all" }), after);
  });
}

/** Says what happened to an incident, to those who may see it. */
export function recordOf(
  work: Work,
  incident: Pick<IncidentRow, "id" | "audience">,
  what: string,
  data: JsonValue,
): void {
  work.record({
    what,
    subjectKind: "incident",
    subjectId: incident.id,
    incidentId: incident.id,
    audience: incident.audience,
    data,
  });
}

/** A rule was not met: one problem, at one place of the body. */
export function refuseField(path: readonly string[], code: string, message: string): Refusal {
  const field: FieldProblem = { path: ["body", ...path], code, message };
  return new Refusal("input.rule", { message, fields: [field] });
}
