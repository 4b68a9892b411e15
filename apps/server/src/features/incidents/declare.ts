import { type Incident, incidentRoutes } from "@morrow/contract/incidents";
import type { Milestone } from "@morrow/domain/incidents";
import { incidentAudience } from "@morrow/domain/people";
import type { Insertable } from "kysely";
import { Temporal } from "temporal-polyfill";
import type { z } from "zod";

import { jsonb } from "../../platform/db/index.ts";
import type { IncidentTable } from "../../platform/db/tables/incidents.ts";
import type { Caller } from "../../platform/http/caller.ts";
import { refuseProblems } from "../../platform/http/refusal.ts";
import type { Work } from "../../platform/spine/index.ts";
import type { IncidentDeps } from "./deps.ts";
import { refuseUnknownTeam } from "./change.ts";
import { findIncident } from "./find.ts";
import { derivedFrom, settleMilestones } from "./milestones.ts";
import { presentIncident } from "./present.ts";
import { readingFor } from "./reading.ts";
import { insertSeverity, nextNumber } from "./store.ts";
import { insertTimelineEvents, type NewTimelineEvent } from "./timeline-rows.ts";
import { recordOf } from "./write.ts";

export type DeclareInput = z.output<NonNullable<(typeof incidentRoutes.declare)["body"]>>;

/** Declares an incident: its number, severity and first milestones in one transaction. */
export function declareIncident(deps: IncidentDeps, caller: Caller, input: DeclareInput): Promise<Incident> {
  return deps.spine.write(caller.request, async (work) => {
    const { trx, now } = work;
    const by = caller.viewer.personId;
    if (input.teamId) await refuseUnknownTeam(trx, input.teamId);
    const row = incidentRow(work, input, { number: await nextNumber(trx, "INC"), by });
    await trx.insertInto("incident").values(row).execute();
    if (input.restricted)
      await trx
        .insertInto("incident_access")
        .values({ incident_id: row.id, person_id: by, team_id: null })
        .execute();
    const severity = { id: work.newId(), incident_id: row.id, severity: input.severity, at: now, by };
    await insertSeverity(trx, { ...severity, reason: "" });
    await insertTimelineEvents(trx, firstMilestones(work, row.id, input, by));
    const problems = await settleMilestones(trx, { id: row.id, milestones: {}, declared_at: now });
    refuseProblems(problems.map((found) => ({ ...found, path: ["body", `${found.path[0] ?? ""}At`] })));
    recordOf(work, row, "incident.declared", {
      number: row.number,
      title: input.title,
      severity: input.severity,
      restricted: input.restricted,
    });
    const reading = await readingFor(deps, trx, caller.viewer);
    return presentIncident(trx, await findIncident(trx, row.id, reading.audiences), reading);
  });
}

type IncidentFacts = Omit<DeclareInput, "severity" | "startedAt" | "detectedAt"> & {
  severity: DeclareInput["severity"] | null;
};

/** The row of a new incident, before its milestones are derived. */
export function incidentRow(
  work: Work,
  facts: IncidentFacts,
  { number, by }: { number: number; by: string | null },
): Insertable<IncidentTable> & { id: string; audience: string; number: number } {
  const id = work.newId();
  return {
    id,
    number,
    revision: 1,
    title: facts.title,
    kind: facts.kind ?? "incident",
    severity: facts.severity,
    scheduled: facts.scheduled ?? false,
    services: distinct(facts.services ?? []),
    tags: distinct(facts.tags ?? []),
    team_id: facts.teamId ?? null,
    summary: facts.summary ?? "",
    impact: jsonb(facts.impact ?? { who: "", howMany: null, how: "" }),
    links: jsonb<{ kind: string; url: string; label: string }[]>(facts.links ?? []),
    restricted: facts.restricted,
    audience: incidentAudience({ id, restricted: facts.restricted }),
    declared_at: work.now,
    declared_by: by,
    waiver: null,
    ...derivedFrom({}, work.now),
  };
}

/** Services and tags are sets. */
export function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}

function firstMilestones(
  work: Work,
  incidentId: string,
  input: DeclareInput,
  by: string,
): NewTimelineEvent[] {
  const given: [Milestone, string | undefined, string][] = [
    ["started", input.startedAt, "The incident started."],
    ["detected", input.detectedAt, "The incident was detected."],
    ["declared", work.now, "The incident was declared."],
  ];
  return given.flatMap(([milestone, at, body]) =>
    at === undefined
      ? []
      : [
          {
            id: work.newId(),
            incidentId,
            // PostgreSQL knows fewer offsets than ISO 8601.
            at: Temporal.Instant.from(at).toString(),
            precision: milestone === "declared" ? "second" : "minute",
            source: "person",
            kind: "milestone",
            milestone,
            body,
            recordedAt: work.now,
            recordedBy: by,
          },
        ],
  );
}
