import { sql } from "kysely";

import type { Trx } from "../../../platform/db/index.ts";

/**
 * Counts documents per term and gives each term its number, adding those that are new. Rows are touched in one order, so
 * that two writers wait for each other instead of deadlocking.
 */
export async function countTerms(
  trx: Trx,
  counts: ReadonlyMap<string, number>,
): Promise<Map<string, number>> {
  const terms = [...counts.keys()].toSorted();
  const added = terms.map((term) => counts.get(term) ?? 0);
  const given = sql`unnest(${terms}::text[], ${added}::int[]) as given (term, documents)`;
  await sql`
    insert into knowledge_term (term, documents)
    select given.term, 0 from ${given}
    where not exists (select 1 from knowledge_term known where known.term = given.term)
    order by given.term
    on conflict (term) do nothing`.execute(trx);
  await sql`
    select 1 from knowledge_term where term = any(${terms}::text[]) order by term for update`.execute(trx);
  const result = await sql<{ id: number; term: string }>`
    update knowledge_term set documents = knowledge_term.documents + given.documents
    from ${given} where knowledge_term.term = given.term
    returning knowledge_term.id, knowledge_term.term`.execute(trx);
  return new Map(result.rows.map((row) => [row.term, row.id]));
}

/** Remembers words as written. The first term a word led to stays; it depends on the word alone. */
export async function learnWords(trx: Trx, words: ReadonlyMap<string, string>): Promise<void> {
  const sorted = [...words].toSorted(([a], [b]) => (a < b ? -1 : 1));
  await sql`
    insert into knowledge_word (word, term)
    select given.word, given.term
    from unnest(${sorted.map(([word]) => word)}::text[], ${sorted.map(([, term]) => term)}::text[]) as given (word, term)
    where not exists (select 1 from knowledge_word known where known.word = given.word)
    order by given.word
    on conflict (word) do nothing`.execute(trx);
}
