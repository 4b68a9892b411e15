import { type IncidentBrief, incidentRoutes } from "@morrow/contract/incidents";
import type { Viewer } from "@morrow/domain/people";
import { type Policy } from "@morrow/domain/policy";
import { type SelectQueryBuilder, sql } from "kysely";
import { z } from "zod";

import type { Tables, Trx } from "../../platform/db/index.ts";
import { titleHolds } from "../../platform/db/title-words.ts";
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
    let matching = filtered(briefs(trx), query, reading.policy).where(
      visible(sql.ref("incident.audience"), reading.audiences),
    );
    if (after !== null)
      matching = matching.where(
        sql<boolean>`(incident.happened_at, incident.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`,
      );
    const rows = await newest(trx, matching, query.text ?? "", query.limit + 1);
    const page = pageOf(rows, query.limit, (row) => [row.happened_at, row.id]);
    return { items: await presentIncidentBriefs(trx, page.rows, reading), next: page.next };
  });
}

function briefs(trx: Trx) {
  return trx.selectFrom("incident").select(briefColumns);
}

/** A word that a quarter of all titles holds fills a page from as many. */
const nearest = 400;

/**
 * The newest of them whose titles hold the words. Common words are found among the newest few; for others the index of words
 * is read as a whole. How common a beginning of a word is, PostgreSQL can't foresee, so the choice is not left to it.
 */
async function newest(trx: Trx, matching: ReturnType<typeof briefs>, text: string, limit: number) {
  const inOrder = matching.orderBy("incident.happened_at", "desc").orderBy("incident.id", "desc");
  const words = titleHolds(sql.ref("incident.title"), text);
  if (words === undefined) return inOrder.limit(limit).execute();
  const read = (rows: typeof matching) =>
    trx
      .selectFrom(rows.as("incident"))
      .selectAll()
      .where(words)
      .orderBy("happened_at", "desc")
      .orderBy("id", "desc")
      .limit(limit)
      .execute();
  const near = await read(inOrder.limit(nearest));
  // The offset keeps the order out of the inner query: it would lead the planner through all incidents by time.
  return near.length === limit ? near : read(matching.where(words).offset(0));
}

/** Filters combine; within one filter any of the values will do. */
function filtered<Row>(start: Query<Row>, query: IncidentQuery, policy: Policy): Query<Row> {
  let rows = start;
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
