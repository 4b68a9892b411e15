import type { Impact, Link } from "@morrow/contract/incidents";
import type { Problem } from "@morrow/domain";
import type { IncidentKind, Severity } from "@morrow/domain/incidents";

import type { Work } from "../../platform/spine/index.ts";
import { incidentRow } from "./declare.ts";
import { findIncident, type IncidentRow } from "./find.ts";
import { settleMilestones } from "./milestones.ts";
import { insertSeverity, nextNumber } from "./store.ts";
import { insertTimelineEvents, type NewTimelineEvent } from "./timeline-rows.ts";
import { recordOf } from "./write.ts";

/** What a write-up tells of an incident. What it does not say is left out or null. */
export interface ImportedIncident {
  title: string;
  /** Who imports it. */
  by: string | null;
  kind?: IncidentKind;
  severity: Severity | null;
  scheduled?: boolean;
  services?: string[];
  tags?: string[];
  teamId?: string | null;
  /** Markdown. */
  summary?: string;
  impact?: Impact;
  links?: Link[];
  restricted: boolean;
  /** In the order of the source. Times may be missing; milestones among them make the state and the durations. */
  timeline: readonly Omit<NewTimelineEvent, "id" | "incidentId" | "source" | "recordedAt" | "recordedBy">[];
}

/**
 * Creates an incident from a write-up, in the caller's transaction, and records `incident.imported`. Without any time
 * it stands in lists at the time of import, marked as not known.
 * @returns the row, and where its milestones contradict each other: a question for a person, not a reason to refuse
 */
export async function createImportedIncident(
  work: Work,
  facts: ImportedIncident,
): Promise<{ incident: IncidentRow; problems: Problem[] }> {
  const { trx, now } = work;
  const { by, timeline, ...fields } = facts;
  const row = incidentRow(work, fields, { number: await nextNumber(trx, "INC"), by });
  await trx.insertInto("incident").values(row).execute();
  if (facts.restricted && by !== null)
    await trx
      .insertInto("incident_access")
      .values({ incident_id: row.id, person_id: by, team_id: null })
      .execute();
  if (facts.severity !== null)
    await insertSeverity(trx, {
      id: work.newId(),
      incident_id: row.id,
      severity: facts.severity,
      at: now,
      by,
      reason: "As the write-up says.",
    });
  await insertTimelineEvents(
    trx,
    timeline.map((event, givenOrder) => ({
      givenOrder,
      ...event,
      id: work.newId(),
      incidentId: row.id,
      source: "import",
      recordedAt: now,
      recordedBy: by,
    })),
  );
  const problems = await settleMilestones(trx, { id: row.id, milestones: {}, declared_at: now });
  recordOf(work, row, "incident.imported", {
    number: row.number,
    title: facts.title,
    severity: facts.severity,
    restricted: facts.restricted,
    timelineEvents: timeline.length,
  });
  return { incident: await findIncident(trx, row.id, { kind: "all" }), problems };
}
