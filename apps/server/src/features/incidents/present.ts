import { type Incident, link, type RoleAssignment } from "@morrow/contract/incidents";
import { durations, retrospectiveRequired } from "@morrow/domain/incidents";
import { z } from "zod";

import type { Trx } from "../../platform/db/index.ts";
import { type Names, namesOf } from "../people/index.ts";
import { presentIncidentBriefs } from "./briefs.ts";
import type { IncidentRow } from "./find.ts";
import { instantsOf } from "./milestones.ts";
import type { Reading } from "./reading.ts";
import { accessOf, rolesOf, severitiesOf, writeupOf } from "./store.ts";

const links = z.array(link);

/** A row as the contract shows it, whole. The caller has made sure that the reader may see it. */
export async function presentIncident(trx: Trx, row: IncidentRow, reading: Reading): Promise<Incident> {
  const severities = await severitiesOf(trx, row.id);
  const roles = await rolesOf(trx, row.id);
  const access = row.restricted ? await accessOf(trx, row.id) : null;
  const writeup = await writeupOf(trx, row.id, reading.audiences);
  const names = await namesOf(
    trx,
    [
      row.declared_by,
      row.waiver?.by ?? null,
      ...severities.map(({ by }) => by),
      ...roles.map((role) => role.person_id),
      ...(access?.personIds ?? []),
    ],
    access?.teamIds ?? [],
  );
  const [brief] = await presentIncidentBriefs(trx, [row], reading);
  if (brief === undefined) throw new Error("one row in, one brief out");
  const assignments = roles.map((role) => assignmentOf(role, names));
  return {
    ...brief,
    revision: row.revision,
    summary: row.summary,
    impact: row.impact,
    links: links.parse(row.links),
    milestones: row.milestones,
    durations: durations(instantsOf(row.milestones)),
    severityHistory: severities.map(({ severity, at, by, reason }) => ({
      severity,
      at,
      by: names.person(by),
      reason,
    })),
    roles: assignments,
    decides: whoDecides(assignments),
    declaredAt: row.declared_at,
    declaredBy: names.person(row.declared_by),
    access:
      access === null
        ? null
        : {
            people: access.personIds.map((id) => names.person(id)),
            teams: access.teamIds.map((id) => names.team(id)).filter((team) => team !== null),
          },
    waiver:
      row.waiver === null
        ? null
        : { by: names.person(row.waiver.by), at: row.waiver.at, reason: row.waiver.reason },
    retrospectiveRequired: retrospectiveRequired(reading.policy, row.severity),
    writeup: writeup ?? null,
  };
}

function assignmentOf(role: Awaited<ReturnType<typeof rolesOf>>[number], names: Names): RoleAssignment {
  return {
    id: role.id,
    role: role.role,
    audience: role.audience,
    person: names.person(role.person_id),
    assumedAt: role.assumed_at,
    relinquishedAt: role.relinquished_at,
    handover: role.handover,
  };
}

/** The commander, or the deputy who stands in. Nobody else decides by default. */
function whoDecides(assignments: readonly RoleAssignment[]): Incident["decides"] {
  const active = assignments.filter((assignment) => assignment.relinquishedAt === null);
  const holder =
    active.find(({ role }) => role === "incident_commander") ?? active.find(({ role }) => role === "deputy");
  return holder?.person ?? null;
}
