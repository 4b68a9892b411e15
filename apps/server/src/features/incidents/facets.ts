import type { Viewer } from "@morrow/domain/people";
import { sql } from "kysely";

import { visible } from "../../platform/db/visible.ts";
import { audiencesIn } from "../people/index.ts";
import type { IncidentDeps } from "./deps.ts";

/** What is in use shows in the newest incidents; counting all of them would grow with the years. */
const recentIncidents = 2_000;
const mostShown = 200;

/** Services and tags of the viewer's recent incidents, most used first. */
export function incidentFacets(
  deps: IncidentDeps,
  viewer: Viewer,
): Promise<{ services: string[]; tags: string[] }> {
  return deps.db.read(async (trx) => {
    const audiences = await audiencesIn(trx, viewer);
    const { rows } = await sql<{ facet: "service" | "tag"; value: string }>`
      with recent as (
        select services, tags from incident
        where ${visible(sql.ref("incident.audience"), audiences)}
        order by happened_at desc, id desc limit ${recentIncidents}::int
      ), counted as (
        select 'service' as facet, value, count(*) as uses from recent, unnest(services) as value group by value
        union all
        select 'tag', value, count(*) from recent, unnest(tags) as value group by value
      ), ranked as (
        select *, row_number() over (partition by facet order by uses desc, value) as place from counted
      )
      select facet, value from ranked where place <= ${mostShown}::int order by facet, place`.execute(trx);
    const valuesOf = (facet: string) => rows.filter((row) => row.facet === facet).map((row) => row.value);
    return { services: valuesOf("service"), tags: valuesOf("tag") };
  });
}
