import { sql } from "kysely";

import type { Trx } from "../../../platform/db/index.ts";
import { audienceClasses, type Reach } from "../audience-class.ts";

/**
 * Those of the terms that stand in a document which the reader may see. For everybody else a word that only hidden
 * documents hold is as if nobody had ever written it: it is no suggestion, and typing it is a typing error.
 */
export async function reachableTerms(
  trx: Trx,
  terms: readonly number[],
  reach: Reach,
): Promise<ReadonlySet<number>> {
  if (terms.length === 0 || reach.classes.includes(audienceClasses.restricted)) return new Set(terms);
  const { rows } = await sql<{ id: number }>`
    select wanted.id from unnest(${[...new Set(terms)]}::int[]) as wanted (id)
    where exists (
      select from knowledge_posting posting
      where posting.term = wanted.id and posting.class = any(${[...reach.classes]}::smallint[])
    ) or exists (
      select from knowledge_posting posting join knowledge_document document on document.doc = posting.doc
      where posting.term = wanted.id and posting.class = ${audienceClasses.restricted}::smallint
        and document.audience = any(${[...reach.restricted]}::text[])
    )`.execute(trx);
  return new Set(rows.map((row) => row.id));
}
