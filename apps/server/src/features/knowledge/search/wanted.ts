import { analyse, rarity } from "@morrow/domain/knowledge";
import type { ParsedQuery } from "@morrow/domain/knowledge";
import { sql } from "kysely";

import type { Trx } from "../../../platform/db/index.ts";
import type { Reach } from "../audience-class.ts";
import { reachable } from "./reachable.ts";
import { unfinishedWords, similarWords } from "./variants.ts";
import type { Variant } from "./variants.ts";

/** One form under which a wanted word may stand in a document. */
export interface Alternative {
  /** Number of the term. */
  readonly term: number;
  readonly text: string;
  /** 1 for the word itself; less for what it may have been meant to be. */
  readonly factor: number;
}

/** One word of the query with everything that counts as it. */
export interface Wanted {
  readonly word: string;
  /** BM25's rarity of the most common alternative. */
  readonly rarity: number;
  readonly alternatives: readonly Alternative[];
  /** Documents without it are no answer: words of phrases. */
  readonly required: boolean;
}

export interface Correction {
  readonly typed: string;
  readonly meant: string;
}

export interface WantedTerms {
  readonly documents: number;
  readonly wanted: readonly Wanted[];
  /** Numbers of terms that must not occur. */
  readonly excluded: readonly number[];
  readonly corrections: readonly Correction[];
}

interface Typed {
  readonly word: string;
  readonly term: string;
  readonly required: boolean;
  readonly unfinished: boolean;
}

/** Below this share of the collection a word counts as rare enough to be a typing error. */
const rareDocuments = 2;
const mostWords = 24;

/** Looks the words of a query up in what the reader may see, with what they may have been meant to be. */
export async function wantedTerms(trx: Trx, query: ParsedQuery, reach: Reach): Promise<WantedTerms> {
  const typed = typedWords(query);
  const excludedTerms = query.excluded.flatMap((word) => analyse(word).map((token) => token.term));
  const names = [...new Set([...typed.map((one) => one.term), ...excludedTerms])];
  const { documents, known } = await lookUp(trx, names, reach);
  const corrections: Correction[] = [];
  const wanted: Wanted[] = [];
  for (const one of typed) {
    const exact = known.get(one.term);
    const variants = await variantsOf(trx, reach, one, exact?.documents ?? 0);
    const best = variants[0];
    if (exact === undefined && best !== undefined && best.factor < unfinishedFactor)
      corrections.push({ typed: one.word, meant: best.word });
    wanted.push(assemble(one, exact, variants, documents));
  }
  const excluded = excludedTerms.flatMap((term) => known.get(term)?.id ?? []);
  return { documents, wanted, excluded, corrections };
}

function typedWords(query: ParsedQuery): Typed[] {
  const phrases = query.phrases.flatMap((phrase) => read(phrase, true));
  const words = query.words.flatMap((word) => read(word, false));
  const last = words.at(-1);
  if (last && query.unfinished) words[words.length - 1] = { ...last, unfinished: true };
  const distinct = new Map([...words, ...phrases].map((one) => [one.term, one]));
  return [...distinct.values()].slice(0, mostWords);
}

function read(text: string, required: boolean): Typed[] {
  const tokens = analyse(text).filter((token) => !token.stop);
  return tokens.map(({ word, term, whole }) => ({
    word,
    term,
    required: required && !whole,
    unfinished: false,
  }));
}

interface Known {
  readonly id: number;
  readonly documents: number;
}

async function lookUp(
  trx: Trx,
  terms: readonly string[],
  reach: Reach,
): Promise<{ documents: number; known: Map<string, Known> }> {
  const { rows } = await sql<{ all: number; id: number | null; term: string; documents: number }>`
    select statistics.documents as all, known.id, known.term, known.documents
    from knowledge_statistics statistics
    left join knowledge_term known on known.term = any(${[...terms]}::text[]) and known.documents > 0
      and ${reachable(sql`known.id`, reach)}`.execute(trx);
  const known = new Map<string, Known>();
  for (const { id, term, documents } of rows) if (id !== null) known.set(term, { id, documents });
  return { documents: rows[0]?.all ?? 0, known };
}

const unfinishedFactor = 0.8;

async function variantsOf(trx: Trx, reach: Reach, typed: Typed, documents: number): Promise<Variant[]> {
  const found: Variant[] = [];
  if (typed.unfinished) found.push(...(await unfinishedWords(trx, reach, typed.word, unfinishedFactor)));
  if (documents <= rareDocuments && found.length === 0)
    found.push(...(await similarWords(trx, reach, typed.word, documents)));
  return found.filter((variant) => variant.term !== typed.term);
}

function assemble(
  typed: Typed,
  exact: Known | undefined,
  variants: readonly Variant[],
  documents: number,
): Wanted {
  const alternatives = variants.map(({ id, term, factor }): Alternative => ({
    term: id,
    text: term,
    factor,
  }));
  if (exact) alternatives.unshift({ term: exact.id, text: typed.term, factor: 1 });
  const common = Math.max(
    exact?.documents ?? 0,
    ...(exact ? [] : variants.map((variant) => variant.documents)),
    0,
  );
  return { word: typed.word, rarity: rarity(documents, common), alternatives, required: typed.required };
}
