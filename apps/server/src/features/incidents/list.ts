import { type IncidentBrief, incidentRoutes } from "@morrow/contract/incidents";
import type { Viewer } from "@morrow/domain/people";
import { type Policy } from "@morrow/domain/policy";
import { type SelectQueryBuilder, sql } from "kysely";
import { z } from "zod";

import type { Tables, Trx } from "../../platform/db/index.ts";
import { visible } from "../../platform/db/visible.ts";
import { decodeCursor, instantKey, pageOf } from "../../platform/http/cursor.ts";
import { briefColumns, presentIncidentBriefs } from "./briefs.ts";
import type { IncidentDeps } from "./deps.ts";
import { readingFor } from "./reading.ts";

export type IncidentQuery = z.output<NonNullable<(typeof incidentRoutes.list)["query"]>>;
type Query<Row> = SelectQueryBuilder<Tables, "incident", Row>;

const listKey = z.tuple([instantKey, z.uuid()]);

/** A page of the incidents that the viewer may see, newest first. */
export function listIncidents(
  deps: IncidentDeps,
  viewer: Viewer,
  query: IncidentQuery,
): Promise<{ items: IncidentBrief[]; next: string | null }> {
  const after = decodeCursor(listKey, query.cursor);
  return deps.db.read(async (trx) => {
    const reading = await readingFor(deps, trx, viewer);
    let rows = filtered(briefs(trx), query, reading.policy)
      .where(visible(sql.ref("incident.audience"), reading.audiences))
      .orderBy("incident.happened_at", "desc")
      .orderBy("incident.id", "desc")
      .limit(query.limit + 1);
    if (after !== null)
      rows = rows.where(
        sql<boolean>`(incident.happened_at, incident.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`,
      );
    const page = pageOf(await rows.execute(), query.limit, (row) => [row.happened_at, row.id]);
    return { items: await presentIncidentBriefs(trx, page.rows, reading), next: page.next };
  });
}

function briefs(trx: Trx) {
  return trx.selectFrom("incident").select(briefColumns);
}

/** Filters combine; within one filter any of the values will do. */
function filtered<Row>(start: Query<Row>, query: IncidentQuery, policy: Policy): Query<Row> {
  let rows = start;
  if (query.text) rows = rows.where("incident.title", "ilike", `%${escapeLike(query.text)}%`);
  if (query.state) rows = rows.where("incident.state", "in", atLeastOne(query.state));
  if (query.severity) rows = rows.where("incident.severity", "in", atLeastOne(query.severity));
  if (query.kind) rows = rows.where("incident.kind", "in", atLeastOne(query.kind));
  if (query.service) rows = rows.where(sql<boolean>`incident.services && ${query.service}::text[]`);
  if (query.tag) rows = rows.where(sql<boolean>`incident.tags && ${query.tag}::text[]`);
  if (query.team) rows = rows.where("incident.team_id", "=", query.team);
  if (query.after) rows = rows.where("incident.happened_at", ">=", startOf(query.after));
  if (query.before) rows = rows.where("incident.happened_at", "<", startOf(query.before));
  // An incident whose time nobody knows is on no day.
  if (query.after || query.before) rows = rows.where("incident.happened_at_known", "=", true);
  if (query.needsRetrospective === true) rows = rows.where(needsRetrospective(policy));
  if (query.needsRetrospective === false) rows = rows.where(sql<boolean>`not ${needsRetrospective(policy)}`);
  return rows;
}

/** Resolved, of a severity that asks for a retrospective (an unknown one does), and none is published. */
function needsRetrospective(policy: Policy) {
  const harmless = policy.severities
    .filter((rule) => !rule.retrospectiveRequired)
    .map((rule) => rule.severity);
  return sql<boolean>`(incident.state = 'resolved'
    and coalesce(incident.severity <> all(${harmless}::smallint[]), true)
    and not exists (
      select from retrospective
      where retrospective.incident_id = incident.id and retrospective.state = 'published'))`;
}

/** An empty filter (`state=`) matches nothing, rather than being an error of the database. */
function atLeastOne<Value>(values: readonly Value[]) {
  return sql<Value>`(${values.length === 0 ? sql`null` : sql.join([...values])})`;
}

/** Days of the filters are days in UTC. */
function startOf(day: string): string {
  return `${day}T00:00:00Z`;
}

function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`);
}
