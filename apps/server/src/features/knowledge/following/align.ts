import { type RawBuilder, sql } from "kysely";

import type { Trx } from "../../../platform/db/index.ts";
import { indexDocuments } from "../indexing/index-documents.ts";
import type { Prepare } from "../indexing/prepare.ts";
import { removeDocuments } from "../indexing/remove.ts";
import { vocabularyVersion } from "../indexing/vocabulary-version.ts";
import type { IndexedDocument } from "../indexing/documents.ts";
import { documentFor, type Header, type Wanted } from "./wanted.ts";

/** Characters given to the index at once: statements stay small. */
const charactersAtOnce = 100_000;

/** Brings a part of the index in line with what it should hold: `scope` says which documents that part has. */
export async function align(
  trx: Trx,
  scope: RawBuilder<boolean>,
  wanted: readonly Wanted[],
  prepare: Prepare,
): Promise<void> {
  const held = await headersIn(trx, scope);
  const ids = new Set(wanted.map((one) => one.header.id));
  await removeDocuments(
    trx,
    [...held.keys()].filter((id) => !ids.has(id)),
  );
  let waiting: IndexedDocument[] = [];
  let size = 0;
  for (const one of wanted) {
    if (held.get(one.header.id) === fingerprintOf(one.header, vocabularyVersion)) continue;
    const document = await documentFor(one);
    waiting.push(document);
    size += document.text.length;
    if (size < charactersAtOnce) continue;
    await indexDocuments(trx, waiting, prepare);
    [waiting, size] = [[], 0];
  }
  if (waiting.length > 0) await indexDocuments(trx, waiting, prepare);
}

async function headersIn(trx: Trx, scope: RawBuilder<boolean>): Promise<Map<string, string>> {
  const rows = await trx
    .selectFrom("knowledge_document")
    .select([
      "id",
      "kind",
      "incident_id as incidentId",
      "audience",
      "title",
      "severity",
      "services",
      "tags",
      "team",
      "occurred_at as occurredAt",
      "published_at as publishedAt",
      "revision",
      "vocabulary",
    ])
    .where(scope)
    .execute();
  return new Map(rows.map((row) => [row.id, fingerprintOf(row, row.vocabulary)]));
}

function fingerprintOf(header: Header, vocabulary: string): string {
  const { id, kind, incidentId, audience, title, severity, services, tags, team } = header;
  const { occurredAt, publishedAt, revision } = header;
  return JSON.stringify([
    id,
    kind,
    incidentId,
    audience,
    title,
    severity,
    services,
    tags,
    team,
    occurredAt,
    publishedAt,
    revision,
    vocabulary,
  ]);
}

/** Everything of one incident but its countermeasures, which it may share with others. */
export function ofIncident(incidentId: string): RawBuilder<boolean> {
  return sql<boolean>`incident_id = ${incidentId}::uuid and kind <> 'countermeasure'`;
}

export function ofCountermeasures(ids: readonly string[]): RawBuilder<boolean> {
  return sql<boolean>`id = any(${[...ids]}::uuid[])`;
}
