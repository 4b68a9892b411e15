import type { RetrospectiveBrief, retrospectiveRoutes } from "@morrow/contract/retrospectives";
import { civilDateAt } from "@morrow/domain/calendar";
import type { Viewer } from "@morrow/domain/people";
import { sql } from "kysely";
import { z } from "zod";

import type { Trx } from "../../platform/db/index.ts";
import { visible } from "../../platform/db/visible.ts";
import { dateKey, decodeCursor, encodeCursor, instantKey } from "../../platform/http/cursor.ts";
import { type Reading, readingFor } from "../incidents/index.ts";
import { type BriefRow, presentRetrospectiveBriefs, selectBriefs } from "./briefs.ts";
import type { RetrospectiveDeps } from "./deps.ts";

type ListQuery = z.output<NonNullable<(typeof retrospectiveRoutes.list)["query"]>>;

/** The last row of a page: in which part, its due date ("" for none) or time of publication, and its id. */
const listKey = z.union([
  z.tuple([z.literal("draft"), z.union([dateKey, z.literal("")]), z.uuid()]),
  z.tuple([z.literal("published"), instantKey, z.uuid()]),
]);
type Key = z.output<typeof listKey>;

const due = sql<string>`coalesce(retrospective.due_on, 'infinity'::date)`;

/** A page of the retrospectives that the viewer may see: drafts by due date, then the published ones, newest first. */
export function listRetrospectives(
  deps: RetrospectiveDeps,
  viewer: Viewer,
  query: ListQuery,
): Promise<{ items: RetrospectiveBrief[]; next: string | null }> {
  const after = decodeCursor(listKey, query.cursor);
  return deps.db.read(async (trx) => {
    const reading = await readingFor(deps, trx, viewer);
    const matching = () => filtered(trx, query, reading, viewer.personId);
    const wanted = query.limit + 1;
    const draftsOver = query.state === "published" || after?.[0] === "published";
    const drafts = draftsOver ? [] : await draftPart(matching(), after, wanted);
    const left = query.state === "draft" ? 0 : wanted - drafts.length;
    const published = left > 0 ? await publishedPart(matching(), after, left) : [];
    const rows = [...drafts, ...published];
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    return {
      items: await presentRetrospectiveBriefs(trx, shown, reading),
      next: rows.length > query.limit && last !== undefined ? encodeCursor(keyOf(last)) : null,
    };
  });
}

function keyOf(row: BriefRow): Key {
  if (row.state === "draft") return ["draft", row.due_on ?? "", row.id];
  return ["published", row.published_at ?? "", row.id];
}

type Matching = ReturnType<typeof filtered>;

/** The two parts are read one after the other, so that each follows its own index. */
function draftPart(rows: Matching, after: Key | null, limit: number): Promise<BriefRow[]> {
  let part = rows
    .where("retrospective.state", "=", "draft")
    .orderBy(due)
    .orderBy("retrospective.id")
    .limit(limit);
  if (after?.[0] === "draft")
    part = part.where(
      sql<boolean>`(${due}, retrospective.id) > (${after[1] || "infinity"}::date, ${after[2]}::uuid)`,
    );
  return part.execute();
}

function publishedPart(rows: Matching, after: Key | null, limit: number): Promise<BriefRow[]> {
  let part = rows
    .where("retrospective.state", "=", "published")
    .orderBy("retrospective.published_at", "desc")
    .orderBy("retrospective.id", "desc")
    .limit(limit);
  if (after?.[0] === "published")
    part = part.where(
      sql<boolean>`(retrospective.published_at, retrospective.id) < (${after[1]}::timestamptz, ${after[2]}::uuid)`,
    );
  return part.execute();
}

/** Filters combine. */
function filtered(trx: Trx, query: ListQuery, reading: Reading, personId: string) {
  let rows = selectBriefs(trx).where(visible(sql.ref("retrospective.audience"), reading.audiences));
  if (query.overdue !== undefined)
    rows = rows.where(sql<boolean>`${overdueAt(reading)} = ${query.overdue}::boolean`);
  if (query.mine !== undefined) rows = rows.where(sql<boolean>`${ledBy(personId)} = ${query.mine}::boolean`);
  if (query.service !== undefined)
    rows = rows.where(sql<boolean>`incident.services @> ${[query.service]}::text[]`);
  if (query.tag !== undefined) rows = rows.where(sql<boolean>`incident.tags @> ${[query.tag]}::text[]`);
  return rows;
}

/** The rule of `isOverdue`, as part of a query. */
function overdueAt({ now, policy }: Reading) {
  return sql<boolean>`coalesce(retrospective.state = 'draft'
    and retrospective.due_on < ${civilDateAt(now, policy.zone)}::date, false)`;
}

function ledBy(personId: string) {
  return sql<boolean>`(coalesce(retrospective.owner_id = ${personId}::uuid, false)
    or coalesce(retrospective.facilitator_id = ${personId}::uuid, false))`;
}
