import { editDistance, forgivenEdits } from "@morrow/domain/knowledge";
import { sql } from "kysely";

import type { Trx } from "../../../platform/db/index.ts";
import type { Reach } from "../audience-class.ts";
import { reachable } from "./reachable.ts";

/** A word of the collection that a typed word may have been meant to be. */
export interface Variant {
  readonly id: number;
  readonly term: string;
  readonly word: string;
  readonly documents: number;
  readonly factor: number;
}

interface Row {
  id: number;
  term: string;
  word: string;
  documents: number;
}

const shortestBeginning = 2;
const completions = 6;
const corrections = 3;
/** Looked at before those are left out that the reader may not know of. */
const considered = 24;
const consideredWords = 4000;
/** Sorts after everything that begins with what precedes it. */
const lastCharacter = "\u{10FFFF}";

/** The most common words that begin with what was typed so far. */
export async function unfinishedWords(
  trx: Trx,
  reach: Reach,
  beginning: string,
  factor: number,
): Promise<Variant[]> {
  if (beginning.length < shortestBeginning) return [];
  const { rows } = await sql<Row>`
    select common.id, common.term, common.documents, common.word from (
      select distinct on (known.documents, known.id) known.id, known.term, known.documents, begun.word
      from (
        select word, term from knowledge_word
        where word >= ${beginning} and word < ${beginning + lastCharacter} limit ${consideredWords}
      ) begun
      join knowledge_term known on known.term = begun.term and known.documents > 0
      order by known.documents desc, known.id limit ${considered}
    ) common
    where ${reachable(sql`common.id`, reach)} order by common.documents desc, common.id limit ${completions}`.execute(
    trx,
  );
  return rows.map((row) => ({ ...row, factor }));
}

/** Those that the reader may know of. */
async function reachableOf<Found extends Row>(
  trx: Trx,
  reach: Reach,
  found: readonly Found[],
): Promise<Found[]> {
  if (found.length === 0) return [];
  const { rows } = await sql<{ id: number }>`
    select near.id from unnest(${found.map((row) => row.id)}::int[]) as near (id)
    where ${reachable(sql`near.id`, reach)}`.execute(trx);
  const known = new Set(rows.map((row) => row.id));
  return found.filter((row) => known.has(row.id));
}

/**
 * Words within the forgiven number of typing errors. One error leaves the first or the last three letters as they are, so
 * only words that share either are compared; a second error at the other end is not found.
 */
export async function similarWords(
  trx: Trx,
  reach: Reach,
  word: string,
  documents: number,
): Promise<Variant[]> {
  const most = forgivenEdits(word);
  if (most === 0) return [];
  const beginning = word.slice(0, 3);
  const end = [...word].toReversed().join("").slice(0, 3);
  const result = await sql<Row>`
    select known.id, known.term, known.documents, near.word
    from (
      (select word, term from knowledge_word
        where word >= ${beginning} and word < ${beginning + lastCharacter}
          and length(word) between ${word.length - most} and ${word.length + most} limit ${consideredWords})
      union
      (select word, term from knowledge_word
        where reverse(word) collate "C" >= ${end} and reverse(word) collate "C" < ${end + lastCharacter}
          and length(word) between ${word.length - most} and ${word.length + most} limit ${consideredWords})
    ) near
    join knowledge_term known on known.term = near.term
    where known.documents > ${documents * 20}`.execute(trx);
  const near = result.rows.map((row) => ({ ...row, edits: editDistance(word, row.word, most) }));
  const nearest = near
    .filter((row) => row.edits > 0 && row.edits <= most)
    .toSorted((a, b) => a.edits - b.edits || b.documents - a.documents);
  const known = await reachableOf(trx, reach, nearest.slice(0, considered));
  return known
    .slice(0, corrections)
    .map(({ edits, ...row }) => ({ ...row, factor: edits === 1 ? 0.7 : 0.5 }));
}
