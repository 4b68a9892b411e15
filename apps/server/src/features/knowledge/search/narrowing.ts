import type { Filters } from "@morrow/domain/knowledge";
import { type RawBuilder, sql } from "kysely";

import type { Reach } from "../audience-class.ts";

/** Conditions on `document` (knowledge_document), empty when there are none. */
export function conditionsOf(filters: Filters): RawBuilder<boolean>[] {
  const conditions: RawBuilder<boolean>[] = [];
  const { severities, services, tags, teams, kinds, after, before } = filters;
  if (severities) conditions.push(sql<boolean>`document.severity = any(${[...severities]}::int[])`);
  if (services) conditions.push(sql<boolean>`document.services && ${[...services]}::text[]`);
  if (tags) conditions.push(sql<boolean>`document.tags && ${[...tags]}::text[]`);
  if (teams) conditions.push(sql<boolean>`document.team = any(${[...teams]}::text[])`);
  if (kinds) conditions.push(sql<boolean>`document.kind = any(${[...kinds]}::text[])`);
  if (after !== undefined) conditions.push(sql<boolean>`document.occurred_at >= ${after}::date::timestamptz`);
  if (before !== undefined)
    conditions.push(sql<boolean>`document.occurred_at < (${before}::date + 1)::timestamptz`);
  return conditions;
}

/** The same permission as the postings', for statements that read documents directly. */
export function visible(reach: Reach): RawBuilder<boolean> {
  return sql<boolean>`(document.class = any(${[...reach.classes]}::smallint[])
    or (document.class = 2 and document.audience = any(${[...reach.restricted]}::text[])))`;
}

export function all(conditions: readonly RawBuilder<boolean>[]): RawBuilder<boolean> {
  return conditions.length === 0
    ? sql<boolean>`true`
    : sql<boolean>`${sql.join([...conditions], sql` and `)}`;
}
