import { sql } from "kysely";

import type { Trx } from "../../../platform/db/index.ts";

/** Takes documents out of the index; ids it does not know are passed over. */
export async function removeDocuments(trx: Trx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const given = [...ids];
  const old = sql`
    select vector.doc, document.class, entry.term, entry.impact
    from knowledge_document document
    join knowledge_vector vector using (doc)
    cross join unnest(vector.terms, vector.impacts) as entry (term, impact)
    where document.id = any(${given}::uuid[])`;
  await sql`
    with lost as (select term, count(*)::int as documents from (${old}) old group by term order by term)
    update knowledge_term set documents = knowledge_term.documents - lost.documents
    from lost where knowledge_term.id = lost.term`.execute(trx);
  await sql`
    delete from knowledge_posting posting using (${old}) old
    where posting.term = old.term and posting.class = old.class
      and posting.impact = old.impact and posting.doc = old.doc`.execute(trx);
  await sql`
    with gone as (
      select (content.fingerprint ->> 'length')::double precision as length
      from knowledge_document document join knowledge_content content using (doc)
      where document.id = any(${given}::uuid[])
    )
    update knowledge_statistics set
      documents = documents - (select count(*)::int from gone),
      fingerprint_length = fingerprint_length - (select coalesce(sum(length), 0) from gone)`.execute(trx);
  await trx.deleteFrom("knowledge_document").where("id", "in", given).execute();
}
