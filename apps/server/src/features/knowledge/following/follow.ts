import type { Trx } from "../../../platform/db/index.ts";
import type { Follower, Spine, StoredEvent } from "../../../platform/spine/index.ts";
import type { Prepare } from "../indexing/prepare.ts";
import { prepareBesideRequests } from "../indexing/preparing.ts";
import { vocabularyVersion } from "../indexing/vocabulary-version.ts";
import { align, ofCountermeasures, ofIncident } from "./align.ts";
import {
  countermeasureDocuments,
  countermeasuresOf,
  countermeasuresOfTeam,
} from "./countermeasure-documents.ts";
import { incidentDocuments, incidentForIndex, incidentsOfTeam } from "./incident-documents.ts";
import { timelineDocuments } from "./timeline-documents.ts";
import { touchedBy } from "./touched.ts";

/** The events of a few incidents: on the embedded database everybody waits for a transaction to end. */
const batch = 12;

/**
 * Keeps the index in line with what happens. `derived:`: a backup leaves it out, and after a restore it starts anew. So it does with
 * another vocabulary, whose follower has a name of its own: whatever was read with an earlier one is read again.
 */
export const followerName = `derived:knowledge:${vocabularyVersion}`;

export function followIntoIndex(spine: Spine): Follower {
  const prepare = prepareBesideRequests();
  return spine.follow(followerName, (trx, events) => indexEvents(trx, events, prepare), { batch });
}

/** Indexes what a batch of events touched, as it is now. Doing so again changes nothing. */
export async function indexEvents(trx: Trx, events: readonly StoredEvent[], prepare: Prepare): Promise<void> {
  const touched = touchedBy(events);
  for (const teamId of touched.teams) {
    for (const id of await incidentsOfTeam(trx, teamId)) touched.incidents.add(id);
    for (const id of await countermeasuresOfTeam(trx, teamId)) touched.countermeasures.add(id);
  }
  for (const id of touched.incidents) await indexIncident(trx, id, prepare);
  const countermeasures = new Set([
    ...touched.countermeasures,
    ...(await countermeasuresOf(trx, [...touched.wholeIncidents])),
  ]);
  const ids = [...countermeasures];
  if (ids.length > 0)
    await align(trx, ofCountermeasures(ids), await countermeasureDocuments(trx, ids), prepare);
}

async function indexIncident(trx: Trx, id: string, prepare: Prepare): Promise<void> {
  const incident = await incidentForIndex(trx, id);
  const wanted =
    incident === undefined
      ? []
      : [...(await incidentDocuments(trx, incident)), ...(await timelineDocuments(trx, incident))];
  await align(trx, ofIncident(id), wanted, prepare);
}
