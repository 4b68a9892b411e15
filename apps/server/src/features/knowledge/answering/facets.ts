import type { knowledgeRoutes } from "@morrow/contract/knowledge";
import type { DocumentKind } from "@morrow/domain/knowledge";
import type { Audiences } from "@morrow/domain/people";
import { sql } from "kysely";
import type { z } from "zod";

import type { Trx } from "../../../platform/db/index.ts";
import { shownOf } from "./shown.ts";

export type Facets = z.output<NonNullable<(typeof knowledgeRoutes.search)["answer"]>>["facets"];

const mostValues = 20;

/** How often each value stands in the documents that match, as far as the reader may see them; most used first. */
export async function facetsOf(trx: Trx, docs: readonly number[], audiences: Audiences): Promise<Facets> {
  const rows = await trx
    .selectFrom("knowledge_document")
    .select(["id", "kind", "incident_id", "severity", "services", "tags", "team"])
    .where(sql<boolean>`doc = any(${[...docs]}::int[])`)
    .execute();
  const shown = await shownOf(
    trx,
    rows.map(({ id, kind, incident_id }) => ({ id, kind, incidentId: incident_id })),
    audiences,
  );
  const seen = rows.filter((row) => shown.has(row.id));
  return {
    severity: counted(seen.flatMap(({ severity }) => (severity === null ? [] : [`SEV${severity}`]))),
    service: counted(seen.flatMap((row) => row.services)),
    tag: counted(seen.flatMap((row) => row.tags)),
    team: counted(seen.flatMap((row) => row.team ?? [])),
    kind: counted(seen.map((row): DocumentKind => row.kind)),
  };
}

function counted(values: readonly string[]): { value: string; count: number }[] {
  return [...Map.groupBy(values, (value) => value)]
    .map(([value, uses]) => ({ value, count: uses.length }))
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, mostValues);
}
