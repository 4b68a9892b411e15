import type { Countermeasure } from "@morrow/contract/countermeasures";
import type { IncidentBrief } from "@morrow/contract/incidents";
import type { Retrospective } from "@morrow/contract/retrospectives";
import type { TimelineEvent } from "@morrow/contract/timeline";
import type { Viewer } from "@morrow/domain/people";

import type { Trx } from "../../../platform/db/index.ts";
import { countermeasuresOf } from "../../countermeasures/index.ts";
import { currentTimeline, presentIncidentBriefs, readingFor } from "../../incidents/index.ts";
import { presentTimelineEvents } from "../../timeline/index.ts";
import type { RetrospectiveDeps } from "../deps.ts";
import { findRetrospective } from "../find.ts";
import { type Perspectives, perspectivesFor } from "../perspectives.ts";
import { presentRetrospective } from "../present.ts";

/** Everything that belongs to one retrospective, as the viewer may see it. */
export interface WholeRetrospective {
  incident: IncidentBrief & { summary: string };
  retrospective: Retrospective;
  /** What counts: corrected and withdrawn events are left out. */
  timeline: TimelineEvent[];
  countermeasures: Countermeasure[];
  perspectives: Perspectives;
}

export async function gatherWhole(
  deps: RetrospectiveDeps,
  trx: Trx,
  viewer: Viewer,
  ref: string,
): Promise<WholeRetrospective> {
  const reading = await readingFor(deps, trx, viewer);
  const found = await findRetrospective(trx, ref, reading.audiences);
  const { incident, row } = found;
  const [brief] = await presentIncidentBriefs(trx, [incident], reading);
  if (brief === undefined) throw new Error("one row in, one brief out");
  return {
    incident: { ...brief, summary: incident.summary },
    retrospective: await presentRetrospective(trx, found, reading),
    timeline: await presentTimelineEvents(trx, await currentTimeline(trx, incident.id)),
    countermeasures: await countermeasuresOf(trx, incident.id, {
      audiences: reading.audiences,
      personId: viewer.personId,
      now: reading.now,
      zone: reading.policy.zone,
    }),
    perspectives: await perspectivesFor(trx, row, viewer.personId),
  };
}
