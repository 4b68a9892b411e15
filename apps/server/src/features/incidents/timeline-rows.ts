import type { Evidence } from "@morrow/contract/timeline";
import type { Milestone } from "@morrow/domain/incidents";
import type { Precision, TimelineKind, TimelineSource } from "@morrow/domain/timeline";
import { type Insertable, type Selectable, sql } from "kysely";

import { jsonb, type Trx } from "../../platform/db/index.ts";
import type { TimelineEventTable } from "../../platform/db/tables/incidents.ts";

export type TimelineRow = Selectable<TimelineEventTable>;

/** A timeline event to be stored. Instants are ISO 8601; what is left out is not known. */
export interface NewTimelineEvent {
  id: string;
  incidentId: string;
  /** Null when no time could be understood; `given` then says what stood there. */
  at: string | null;
  until?: string | null;
  zone?: string | null;
  precision?: Precision;
  given?: string | null;
  source: TimelineSource;
  kind: TimelineKind;
  milestone?: Milestone | null;
  actor?: string | null;
  body: string;
  evidence?: readonly Evidence[];
  starred?: boolean;
  recordedAt: string;
  recordedBy: string | null;
  /** Place in the source that it came from, from 0. */
  givenOrder?: number;
  supersedes?: string | null;
}

/** Entries of people come after those of a source with an order of its own, where the instants are equal. */
const afterTheSource = 1_000_000;

/** 23 values a row: well below the 65,535 that one statement may carry. */
const rowsPerStatement = 1_000;

/** Stores events in as few statements as possible. Milestones count only after `settleMilestones`. */
export async function insertTimelineEvents(
  trx: Trx,
  events: readonly NewTimelineEvent[],
): Promise<TimelineRow[]> {
  const stored: TimelineRow[] = [];
  for (let start = 0; start < events.length; start += rowsPerStatement) {
    const values = events.slice(start, start + rowsPerStatement).map(rowOf);
    stored.push(...(await trx.insertInto("timeline_event").values(values).returningAll().execute()));
  }
  return stored;
}

function rowOf(event: NewTimelineEvent): Insertable<TimelineEventTable> {
  return {
    id: event.id,
    incident_id: event.incidentId,
    at: event.at,
    until: event.until ?? null,
    zone: event.zone ?? null,
    precision: event.precision ?? "minute",
    given: event.given ?? null,
    source: event.source,
    kind: event.kind,
    milestone: event.milestone ?? null,
    actor: event.actor ?? null,
    body: event.body,
    evidence: jsonb<unknown[]>([...(event.evidence ?? [])]),
    starred: event.starred ?? false,
    recorded_at: event.recordedAt,
    recorded_by: event.recordedBy,
    given_order: event.givenOrder ?? afterTheSource,
    supersedes: event.supersedes ?? null,
    superseded_by: null,
    withdrawn: null,
    revision: 1,
  };
}

/** The sort key of the timeline: events without a time come last. Matches the index `timeline_event_in_order`. */
export const timelineTime = sql<string>`coalesce(timeline_event.at, 'infinity'::timestamptz)`;

/** The events that count, neither corrected nor withdrawn, in the order in which they happened. */
export function currentTimeline(trx: Trx, incidentId: string): Promise<TimelineRow[]> {
  return trx
    .selectFrom("timeline_event")
    .selectAll()
    .where("incident_id", "=", incidentId)
    .where("superseded_by", "is", null)
    .where("withdrawn", "is", null)
    .orderBy(timelineTime)
    .orderBy("given_order")
    .orderBy("id")
    .execute();
}
