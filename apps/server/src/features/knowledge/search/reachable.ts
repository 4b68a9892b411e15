import { type RawBuilder, sql } from "kysely";

import { audienceClasses, type Reach } from "../audience-class.ts";

/**
 * Whether a term stands in a document which the reader may see. For everybody else a word that only hidden documents hold
 * is as if nobody had ever written it: it is no suggestion, and typing it is a typing error.
 *
 * @param term an expression that is a term's number
 */
export function reachable(term: RawBuilder<unknown>, reach: Reach): RawBuilder<boolean> {
  if (reach.classes.includes(audienceClasses.restricted)) return sql<boolean>`true`;
  const inOpenOnes = sql`exists (
    select from knowledge_posting posting
    where posting.term = ${term} and posting.class = any(${[...reach.classes]}::smallint[])
  )`;
  if (reach.restricted.length === 0) return sql<boolean>`${inOpenOnes}`;
  return sql<boolean>`(${inOpenOnes} or exists (
    select from knowledge_posting posting join knowledge_document document on document.doc = posting.doc
    where posting.term = ${term} and posting.class = ${sql.lit(audienceClasses.restricted)}
      and document.audience = any(${[...reach.restricted]}::text[])
  ))`;
}
