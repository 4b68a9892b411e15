import type { TimelineEvent } from "@morrow/contract/timeline";

import { jsonb, type Trx } from "../../platform/db/index.ts";
import type { Caller } from "../../platform/http/caller.ts";
import { Refusal, refuseProblems } from "../../platform/http/refusal.ts";
import type { Work } from "../../platform/spine/index.ts";
import {
  type IncidentDeps,
  type IncidentRow,
  insertTimelineEvents,
  lockIncident,
  settleMilestones,
  type TimelineRow,
} from "../incidents/index.ts";
import { audiencesIn } from "../people/index.ts";
import { type Entry, readEntry, refuseClosing } from "./entry.ts";
import { presentTimelineEvent } from "./present.ts";

/** Records what happened. */
export function addEvent(
  deps: IncidentDeps,
  caller: Caller,
  ref: string,
  entry: Entry,
): Promise<TimelineEvent> {
  return deps.spine.write(caller.request, async (work) => {
    refuseClosing(null, entry.milestone);
    const audiences = await audiencesIn(work.trx, caller.viewer);
    // Entries of several people need not wait for each other; milestones change the incident itself.
    const strength = entry.milestone === null ? "share" : "update";
    const incident = await lockIncident(work.trx, ref, audiences, strength);
    const stored = await insert(
      work,
      incident,
      await readEntry(work, incident.id, entry, caller.viewer.personId),
    );
    if (stored.milestone !== null) await settle(work.trx, incident);
    record(work, incident, stored.id, "timeline.event_added", {
      kind: stored.kind,
      milestone: stored.milestone,
    });
    return presentTimelineEvent(work.trx, stored);
  });
}

/** Puts a new event in the place of another; the earlier one stays readable. */
export function correctEvent(
  deps: IncidentDeps,
  caller: Caller,
  ref: string,
  eventId: string,
  entry: Entry,
): Promise<TimelineEvent> {
  return deps.spine.write(caller.request, async (work) => {
    const { trx } = work;
    const { incident, event } = await holdEvent(work, caller, ref, eventId);
    await refuseReplaced(trx, event);
    refuseClosing(event.milestone, entry.milestone);
    const read = await readEntry(work, incident.id, entry, caller.viewer.personId);
    // Without a new time the old one stands, and with it its place among events of the same instant.
    const time = entry.when === undefined ? timeOf(event) : {};
    const place = { givenOrder: event.given_order, supersedes: event.id };
    const stored = await insert(work, incident, { ...read, ...time, ...place });
    await trx
      .updateTable("timeline_event")
      .set({ superseded_by: stored.id, revision: event.revision + 1 })
      .where("id", "=", event.id)
      .execute();
    if (event.milestone !== null || stored.milestone !== null) await settle(trx, incident);
    record(work, incident, stored.id, "timeline.event_corrected", {
      supersedes: event.id,
      kind: stored.kind,
      milestone: stored.milestone,
    });
    return presentTimelineEvent(trx, stored);
  });
}

/** Takes an event out of the account, with the reason; it stays in the record. */
export function withdrawEvent(
  deps: IncidentDeps,
  caller: Caller,
  ref: string,
  eventId: string,
  reason: string,
): Promise<TimelineEvent> {
  return deps.spine.write(caller.request, async (work) => {
    const { incident, event } = await holdEvent(work, caller, ref, eventId);
    await refuseReplaced(work.trx, event);
    refuseClosing(event.milestone, null);
    const withdrawn = jsonb({ reason, by: caller.viewer.personId, at: work.now });
    const stored = await work.trx
      .updateTable("timeline_event")
      .set({ withdrawn, revision: event.revision + 1 })
      .where("id", "=", event.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    if (event.milestone !== null) await settle(work.trx, incident);
    record(work, incident, event.id, "timeline.event_withdrawn", { reason, milestone: event.milestone });
    return presentTimelineEvent(work.trx, stored);
  });
}

export function starEvent(
  deps: IncidentDeps,
  caller: Caller,
  ref: string,
  eventId: string,
  starred: boolean,
): Promise<TimelineEvent> {
  return deps.spine.write(caller.request, async (work) => {
    const { incident, event } = await holdEvent(work, caller, ref, eventId);
    if (event.starred === starred) return presentTimelineEvent(work.trx, event);
    const stored = await work.trx
      .updateTable("timeline_event")
      .set({ starred, revision: event.revision + 1 })
      .where("id", "=", event.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    record(work, incident, event.id, starred ? "timeline.event_starred" : "timeline.event_unstarred", {});
    return presentTimelineEvent(work.trx, stored);
  });
}

interface Held {
  incident: IncidentRow;
  event: TimelineRow;
}

/** The incident first, then the event: one order for everybody, so that nobody waits in a circle. */
async function holdEvent(work: Work, caller: Caller, ref: string, eventId: string): Promise<Held> {
  const audiences = await audiencesIn(work.trx, caller.viewer);
  const incident = await lockIncident(work.trx, ref, audiences);
  const event = await work.trx
    .selectFrom("timeline_event")
    .selectAll()
    .where("id", "=", eventId)
    .where("incident_id", "=", incident.id)
    .executeTakeFirst();
  if (event === undefined) throw new Refusal("not_found");
  return { incident, event };
}

/** Somebody was faster: the answer carries what stands there now. */
async function refuseReplaced(trx: Trx, event: TimelineRow): Promise<void> {
  if (event.superseded_by === null && event.withdrawn === null) return;
  let current = event;
  while (current.superseded_by !== null) {
    current = await trx
      .selectFrom("timeline_event")
      .selectAll()
      .where("id", "=", current.superseded_by)
      .executeTakeFirstOrThrow();
  }
  throw new Refusal("conflict.revision", { current: await presentTimelineEvent(trx, current) });
}

async function insert(
  work: Work,
  incident: IncidentRow,
  event: Parameters<typeof insertTimelineEvents>[1][number],
): Promise<TimelineRow> {
  const [stored] = await insertTimelineEvents(work.trx, [{ ...event, incidentId: incident.id }]);
  if (stored === undefined) throw new Error("one event in, one row out");
  return stored;
}

function timeOf({ at, until, zone, precision, given }: TimelineRow) {
  return { at, until, zone, precision, given };
}

/** Milestones follow from the timeline; a change that makes a duration negative is refused with the reason. */
async function settle(trx: Trx, incident: IncidentRow): Promise<void> {
  const problems = await settleMilestones(trx, incident);
  refuseProblems(problems.map((found) => ({ ...found, path: ["body", "when"] })));
}

function record(
  work: Work,
  incident: IncidentRow,
  eventId: string,
  what: string,
  data: { [key: string]: string | null },
): void {
  const { id: incidentId, audience } = incident;
  work.record({ what, subjectKind: "timeline_event", subjectId: eventId, incidentId, audience, data });
}
