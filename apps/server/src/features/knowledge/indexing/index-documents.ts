import { sql } from "kysely";

import { jsonb } from "../../../platform/db/index.ts";
import type { Trx } from "../../../platform/db/index.ts";
import { classOf } from "../audience-class.ts";
import { countTerms, learnWords } from "./dictionary.ts";
import type { IndexedDocument } from "./documents.ts";
import { type Prepare, type Prepared, prepareInPlace } from "./prepare.ts";
import { removeDocuments } from "./remove.ts";
import { vocabularyVersion } from "./vocabulary-version.ts";

/** How many documents share one round of statements: enough to spread their cost, few enough to keep them small. */
const batch = 50;

/**
 * Puts documents into the index, replacing older states of them. Part of the caller's transaction: what is committed is
 * found by the next search.
 */
export async function indexDocuments(
  trx: Trx,
  documents: readonly IndexedDocument[],
  prepare: Prepare = prepareInPlace,
): Promise<void> {
  const latest = [...new Map(documents.map((document) => [document.id, document])).values()];
  for (let at = 0; at < latest.length; at += batch)
    await indexBatch(trx, await prepare(latest.slice(at, at + batch)));
}

async function indexBatch(trx: Trx, prepared: readonly Prepared[]): Promise<void> {
  await removeDocuments(
    trx,
    prepared.map(({ document }) => document.id),
  );
  const counts = new Map<string, number>();
  const words = new Map<string, string>();
  for (const { impacts } of prepared) {
    for (const term of impacts.terms.keys()) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const [word, term] of impacts.words) words.set(word, term);
  }
  const numbers = await countTerms(trx, counts);
  await learnWords(trx, words);
  const docs = await insertDocuments(trx, prepared);
  await insertPostings(trx, prepared, numbers, docs);
  const length = prepared.reduce((sum, { fingerprint }) => sum + fingerprint.length, 0);
  await sql`
    update knowledge_statistics set documents = documents + ${prepared.length}, fingerprint_length = fingerprint_length + ${length}`.execute(
    trx,
  );
}

async function insertDocuments(trx: Trx, prepared: readonly Prepared[]): Promise<Map<string, number>> {
  const rows = await trx
    .insertInto("knowledge_document")
    .values(
      prepared.map(({ document, impacts }) => ({
        id: document.id,
        kind: document.kind,
        incident_id: document.incidentId,
        audience: document.audience,
        class: classOf(document.audience),
        title: document.title,
        lead: document.lead,
        severity: document.severity,
        services: [...document.services],
        tags: [...document.tags],
        team: document.team,
        occurred_at: document.occurredAt,
        published_at: document.publishedAt,
        length: impacts.length,
        revision: document.revision,
        vocabulary: vocabularyVersion,
      })),
    )
    .returning(["id", "doc"])
    .execute();
  const docs = new Map(rows.map((row) => [row.id, row.doc]));
  const contents = prepared.map(({ document, fingerprint }) => ({
    doc: docs.get(document.id) ?? 0,
    text: document.text,
    fingerprint: jsonb(fingerprint),
  }));
  await trx.insertInto("knowledge_content").values(contents).execute();
  return docs;
}

async function insertPostings(
  trx: Trx,
  prepared: readonly Prepared[],
  numbers: ReadonlyMap<string, number>,
  docs: ReadonlyMap<string, number>,
): Promise<void> {
  const columns = {
    term: [] as number[],
    class: [] as number[],
    impact: [] as number[],
    doc: [] as number[],
  };
  for (const { document, impacts } of prepared) {
    for (const [term, impact] of impacts.terms) {
      columns.term.push(numbers.get(term) ?? 0);
      columns.class.push(classOf(document.audience));
      columns.impact.push(impact);
      columns.doc.push(docs.get(document.id) ?? 0);
    }
  }
  const given = sql`unnest(${columns.term}::int[], ${columns.class}::smallint[], ${columns.impact}::smallint[],
    ${columns.doc}::int[]) as given (term, class, impact, doc)`;
  await sql`
    insert into knowledge_posting (term, class, impact, doc)
    select term, class, impact, doc from ${given} order by term, class, impact, doc`.execute(trx);
  await sql`
    insert into knowledge_vector (doc, terms, impacts)
    select doc, array_agg(term order by term), array_agg(impact order by term) from ${given} group by doc`.execute(
    trx,
  );
}
