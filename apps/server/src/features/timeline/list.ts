import { type TimelineEvent, timelineRoutes } from "@morrow/contract/timeline";
import type { Viewer } from "@morrow/domain/people";
import { sql } from "kysely";
import { z } from "zod";

import { decodeCursor, instantKey, integerKey, pageOf } from "../../platform/http/cursor.ts";
import { findIncident, type IncidentDeps, timelineTime } from "../incidents/index.ts";
import { audiencesIn } from "../people/index.ts";
import { presentTimelineEvents } from "./present.ts";

type TimelineQuery = z.output<NonNullable<(typeof timelineRoutes.list)["query"]>>;

const withoutTime = "infinity";
const timelineKey = z.tuple([z.union([instantKey, z.literal(withoutTime)]), integerKey, z.uuid()]);

/** A page of the timeline in the order in which things happened; what has no time comes last. */
export function listTimeline(
  deps: IncidentDeps,
  viewer: Viewer,
  ref: string,
  query: TimelineQuery,
): Promise<{ items: TimelineEvent[]; next: string | null }> {
  const after = decodeCursor(timelineKey, query.cursor);
  return deps.db.read(async (trx) => {
    const incident = await findIncident(trx, ref, await audiencesIn(trx, viewer));
    let rows = trx
      .selectFrom("timeline_event")
      .selectAll()
      .where("incident_id", "=", incident.id)
      .orderBy(timelineTime)
      .orderBy("given_order")
      .orderBy("id")
      .limit(query.limit + 1);
    if (query.ids !== undefined) rows = rows.where("id", "=", sql<string>`any(${query.ids}::uuid[])`);
    else if (query.withSuperseded !== true)
      rows = rows.where("superseded_by", "is", null).where("withdrawn", "is", null);
    if (query.starred !== undefined) rows = rows.where("starred", "=", query.starred);
    if (query.kind !== undefined) rows = rows.where("kind", "=", query.kind);
    if (after !== null)
      rows = rows.where(
        sql<boolean>`(${timelineTime}, given_order, id) > (${after[0]}::timestamptz, ${after[1]}::int, ${after[2]}::uuid)`,
      );
    const page = pageOf(await rows.execute(), query.limit, (row) => [
      row.at ?? withoutTime,
      row.given_order,
      row.id,
    ]);
    return { items: await presentTimelineEvents(trx, page.rows), next: page.next };
  });
}
