import { type Incident, incidentRoutes } from "@morrow/contract/incidents";
import type { Updateable } from "kysely";
import type { z } from "zod";

import { type JsonValue, jsonb, type Trx } from "../../platform/db/index.ts";
import type { IncidentTable } from "../../platform/db/tables/incidents.ts";
import type { Caller } from "../../platform/http/caller.ts";
import { Refusal } from "../../platform/http/refusal.ts";
import type { IncidentDeps } from "./deps.ts";
import type { IncidentRow } from "./find.ts";
import { presentIncident } from "./present.ts";
import type { Reading } from "./reading.ts";
import { insertSeverity, knownTeams } from "./store.ts";
import { recordOf, refuseField, writeIncident } from "./write.ts";

type ChangeInput = z.output<NonNullable<(typeof incidentRoutes.change)["body"]>>;
type SeverityInput = z.output<NonNullable<(typeof incidentRoutes.setSeverity)["body"]>>;

/** Changes what is known about an incident, if nobody was faster. */
export function changeIncident(
  deps: IncidentDeps,
  caller: Caller,
  ref: string,
  input: ChangeInput,
): Promise<Incident> {
  return writeIncident(deps, caller, ref, async (work, incident, reading) => {
    await refuseOutdated(work.trx, incident, input.revision, reading);
    if (input.teamId) await refuseUnknownTeam(work.trx, input.teamId);
    await work.trx
      .updateTable("incident")
      .set({ ...columnsOf(input), revision: incident.revision + 1 })
      .where("id", "=", incident.id)
      .execute();
    recordOf(work, incident, "incident.changed", changesOf(incident, input));
  });
}

/** @throws Refusal conflict.revision with what is stored now. The row is held, so nobody can be faster from here on. */
export async function refuseOutdated(
  trx: Trx,
  incident: IncidentRow,
  revision: number,
  reading: Reading,
): Promise<void> {
  if (incident.revision === revision) return;
  throw new Refusal("conflict.revision", { current: await presentIncident(trx, incident, reading) });
}

export async function refuseUnknownTeam(trx: Trx, teamId: string): Promise<void> {
  const known = await knownTeams(trx, [teamId]);
  if (!known.has(teamId)) throw refuseField(["teamId"], "unknown_team", "There is no such team here.");
}

function columnsOf(input: ChangeInput): Updateable<IncidentTable> {
  const columns: Updateable<IncidentTable> = {};
  if (input.title !== undefined) columns.title = input.title;
  if (input.kind !== undefined) columns.kind = input.kind;
  if (input.summary !== undefined) columns.summary = input.summary;
  if (input.scheduled !== undefined) columns.scheduled = input.scheduled;
  if (input.services !== undefined) columns.services = [...new Set(input.services)];
  if (input.tags !== undefined) columns.tags = [...new Set(input.tags)];
  if (input.teamId !== undefined) columns.team_id = input.teamId;
  if (input.impact !== undefined) columns.impact = jsonb(input.impact);
  if (input.links !== undefined)
    columns.links = jsonb<{ kind: string; url: string; label: string }[]>(input.links);
  return columns;
}

/** Before and after of each field. The summary can be long: the log says only that it changed. */
function changesOf(before: IncidentRow, input: ChangeInput): JsonValue {
  const fields: [string, JsonValue, JsonValue | undefined][] = [
    ["title", before.title, input.title],
    ["kind", before.kind, input.kind],
    ["scheduled", before.scheduled, input.scheduled],
    ["services", before.services, input.services],
    ["tags", before.tags, input.tags],
    ["teamId", before.team_id, input.teamId],
    ["impact", { ...before.impact }, input.impact],
    ["links", before.links, input.links],
  ];
  const changed = fields.filter(
    ([, was, is]) => is !== undefined && JSON.stringify(was) !== JSON.stringify(is),
  );
  const summary = input.summary !== undefined && input.summary !== before.summary;
  return {
    changed: [...changed.map(([name]) => name), ...(summary ? ["summary"] : [])],
    before: Object.fromEntries(changed.map(([name, was]) => [name, was])),
    after: Object.fromEntries(changed.map(([name, , is]) => [name, is ?? null])),
  };
}

/** A new severity, with the reason; the earlier ones are kept. */
export function setSeverity(
  deps: IncidentDeps,
  caller: Caller,
  ref: string,
  { severity, reason }: SeverityInput,
): Promise<Incident> {
  return writeIncident(deps, caller, ref, async (work, incident) => {
    if (incident.severity === severity) return;
    await work.trx.updateTable("incident").set({ severity }).where("id", "=", incident.id).execute();
    const by = caller.viewer.personId;
    const row = { id: work.newId(), incident_id: incident.id, severity, at: work.now, by, reason };
    await insertSeverity(work.trx, row);
    recordOf(work, incident, "incident.severity_changed", {
      before: incident.severity,
      after: severity,
      reason,
    });
  });
}
