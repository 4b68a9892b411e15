import { evidence, type TimelineEvent } from "@morrow/contract/timeline";
import { z } from "zod";

import type { Trx } from "../../platform/db/index.ts";
import type { TimelineRow } from "../incidents/index.ts";
import { namesOf } from "../people/index.ts";

const evidenceList = z.array(evidence);

/** Rows as the contract shows them, in the same order; names are looked up once. */
export async function presentTimelineEvents(
  trx: Trx,
  rows: readonly TimelineRow[],
): Promise<TimelineEvent[]> {
  const names = await namesOf(
    trx,
    rows.flatMap((row) => [row.recorded_by, row.withdrawn?.by ?? null]),
  );
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    until: row.until,
    zone: row.zone,
    precision: row.precision,
    given: row.given,
    source: row.source,
    kind: row.kind,
    milestone: row.milestone,
    actor: row.actor,
    body: row.body,
    evidence: evidenceList.parse(row.evidence),
    starred: row.starred,
    recordedAt: row.recorded_at,
    recordedBy: names.person(row.recorded_by),
    supersedes: row.supersedes,
    supersededBy: row.superseded_by,
    withdrawn:
      row.withdrawn === null
        ? null
        : { reason: row.withdrawn.reason, by: names.person(row.withdrawn.by), at: row.withdrawn.at },
    revision: row.revision,
  }));
}

export async function presentTimelineEvent(trx: Trx, row: TimelineRow): Promise<TimelineEvent> {
  const [event] = await presentTimelineEvents(trx, [row]);
  if (event === undefined) throw new Error("one row in, one event out");
  return event;
}
