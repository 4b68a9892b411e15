import { type RawBuilder, sql } from "kysely";

import type { Trx } from "../../../platform/db/index.ts";
import type { Reach } from "../audience-class.ts";
import { all, visible } from "./narrowing.ts";

/** What is looked for, flat: every alternative of every wanted word. */
export interface WeighedTerm {
  readonly term: number;
  readonly weight: number;
}

export interface Candidate {
  readonly doc: number;
  /** Impact of each weighed term, 0 where the document lacks it; same order. */
  readonly impacts: readonly number[];
}

export interface CandidateQuestion {
  readonly terms: readonly WeighedTerm[];
  /** Those whose lists are read, when not all: a document without a required word is no candidate. */
  readonly walk?: readonly WeighedTerm[] | undefined;
  readonly reach: Reach;
  readonly conditions: readonly RawBuilder<boolean>[];
  /** How far each list of postings is read. */
  readonly depth: number;
  readonly most: number;
}

/** Up to this many documents are scored one by one instead of walking the postings. */
const fewDocuments = 1000;
/** Up to this many are put aside first and every posting is checked against them; more are looked up one by one. */
const manyDocuments = 5000;
/** Postings wanted per list, and looked at per list, when they must pass the filters. */
const filteredDepth = 250;
const filteredReading = 2500;

/**
 * The documents that may be among the best, with the exact impact of every term.
 *
 * Without filters the lists of each term are read from their best posting on, one list per class of reader. What a filter
 * leaves, when it is little, and what a reader may see of restricted incidents is scored document by document: so neither
 * a rare filter nor few rights thin the answer out.
 */
export async function candidates(trx: Trx, question: CandidateQuestion): Promise<Candidate[]> {
  const { terms, reach, conditions, most } = question;
  if (terms.length === 0) return [];
  const left = conditions.length === 0 ? undefined : await leftBy(trx, reach, conditions);
  const few = left !== undefined && left.length <= fewDocuments;
  const sources = few ? [sql`(select unnest(${left}::int[]) as doc)`] : [walked(question, left)];
  if (!few && reach.restricted.length > 0) sources.push(granted(reach, conditions));
  const total = terms.map((one, at) => sql`impacts[${sql.lit(at + 1)}] * ${one.weight}::float8`);
  const result = await sql<{ doc: number; impacts: number[] }>`
    with source as (${sql.join(sources, sql` union `)}),
    compared as materialized (
      select vector.doc, array[${sql.join(terms.map(impactOf))}]::int[] as impacts
      from source join knowledge_vector vector using (doc)
    ),
    scored as (select doc, impacts, ${sql.join(total, sql` + `)} as total from compared)
    select doc, impacts from scored where total > 0 order by total desc, doc desc limit ${most}`.execute(trx);
  return result.rows;
}

/**
 * Impact of one term in `vector`, 0 without it. Terms are stored in order, so `width_bucket` finds one by halving: ten times
 * faster than `array_position`, which looks at each. A subquery over all terms is slower as well.
 */
function impactOf({ term }: WeighedTerm): RawBuilder<number> {
  const place = sql`width_bucket(${sql.lit(term)}, vector.terms)`;
  return sql`case when vector.terms[${place}] = ${sql.lit(term)} then vector.impacts[${place}] else 0 end`;
}

/** The documents that filters and rights leave, or the first of them when they are many. */
async function leftBy(trx: Trx, reach: Reach, conditions: readonly RawBuilder<boolean>[]): Promise<number[]> {
  const result = await sql<{ docs: number[] | null }>`
    select array_agg(doc) as docs from (
      select document.doc from knowledge_document document
      where ${all([...conditions, visible(reach)])} limit ${manyDocuments + 1}
    ) enough`.execute(trx);
  return result.rows[0]?.docs ?? [];
}

/** The newest of the restricted documents that the reader was named on. */
function granted(reach: Reach, conditions: readonly RawBuilder<boolean>[]): RawBuilder<unknown> {
  return sql`(select document.doc from knowledge_document document
    where ${all([...conditions, onlyRestricted(reach)])}
    order by document.doc desc limit ${fewDocuments})`;
}

/** Written so that the partial index on restricted audiences serves it. */
function onlyRestricted(reach: Reach): RawBuilder<boolean> {
  return sql<boolean>`document.class = 2 and document.audience = any(${[...reach.restricted]}::text[])`;
}

/** @param left the documents that the filters leave, more than `manyDocuments` when not all; undefined without filters */
function walked(question: CandidateQuestion, left: readonly number[] | undefined): RawBuilder<unknown> {
  const { terms, reach, conditions, depth, most } = question;
  const lists = (question.walk ?? terms).flatMap((one) =>
    reach.classes.map((reader) => ({ ...one, reader })),
  );
  const asked = sql`unnest(${lists.map((list) => list.term)}::int[], ${lists.map((list) => list.reader)}::smallint[],
    ${wholeWeights(lists)}::int[]) as list (term, class, weight)`;
  return sql`(
    select best.doc from ${asked} cross join lateral (${postings(conditions, depth, left)}) best
    ${left !== undefined && left.length <= manyDocuments ? sql`join unnest(${[...left]}::int[]) as passing (doc) on passing.doc = best.doc` : sql``}
    group by best.doc order by sum(best.impact * list.weight) desc, best.doc desc limit ${most}
  )`;
}

/** Adding up whole numbers takes PostgreSQL half the time; the largest weight times the largest impact fits four bytes. */
function wholeWeights(lists: readonly WeighedTerm[]): number[] {
  const largest = Math.max(...lists.map((list) => list.weight), Number.MIN_VALUE);
  return lists.map(({ weight }) => Math.round((weight / largest) * 1e6));
}

function postings(
  conditions: readonly RawBuilder<boolean>[],
  depth: number,
  left: readonly number[] | undefined,
): RawBuilder<unknown> {
  if (left === undefined) return bestPostings(depth);
  return left.length <= manyDocuments ? bestPostings(filteredReading) : filteredPostings(conditions);
}

function bestPostings(depth: number): RawBuilder<unknown> {
  return sql`
    select posting.doc, posting.impact from knowledge_posting posting
    where posting.term = list.term and posting.class = list.class
    order by posting.impact desc, posting.doc desc limit ${depth}`;
}

/** Stops as soon as enough pass. */
function filteredPostings(conditions: readonly RawBuilder<boolean>[]): RawBuilder<unknown> {
  return sql`
    select posting.doc, posting.impact from (${bestPostings(filteredReading)}) posting
    join knowledge_document document on document.doc = posting.doc
    where ${all(conditions)} limit ${filteredDepth}`;
}
