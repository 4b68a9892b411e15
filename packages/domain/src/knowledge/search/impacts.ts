import type { ConceptWeight } from "../describe.ts";
import { analyse } from "../text/analyse.ts";

/** The texts of a document that search weighs apart. */
export interface IndexedText {
  readonly title: string;
  readonly lead: string;
  readonly text: string;
  /** Services, tags, team: words that describe it from outside. */
  readonly labels: string;
}

/** What a document contributes to the index. */
export interface Impacts {
  /** Term → worth of the term for this document, 1 to `impactScale`; multiplied by rarity when asked. */
  readonly terms: ReadonlyMap<string, number>;
  /** Words as written → the term they are indexed under: for unfinished words and typing errors. */
  readonly words: ReadonlyMap<string, string>;
  /** Words in all texts. */
  readonly length: number;
}

/** Impacts are stored as whole numbers of thousandths. */
export const impactScale = 1000;

/** BM25F (Robertson, Zaragoza 2009): fields are weighed before the count saturates. Mean lengths are typical ones. */
const fields = {
  title: { boost: 2.5, b: 0.4, mean: 8 },
  lead: { boost: 1.3, b: 0.6, mean: 40 },
  text: { boost: 1, b: 0.7, mean: 300 },
  labels: { boost: 1.8, b: 0.3, mean: 4 },
} as const;
const k1 = 1.2;

/** Marks concepts among the terms, so that they share the index of the words: "#mechanism.disk-full". */
export function conceptTerm(id: string): string {
  return `#${id}`;
}

/** A concept that a document hardly touches is not worth a posting. */
const leastWeight = 0.1;

/**
 * Computes what a document brings to the index: the part of BM25F that does not depend on other documents, and the
 * concepts by which similar ones find it (none for documents that should not be found so).
 */
export function impactsOf(document: IndexedText, concepts: readonly ConceptWeight[]): Impacts {
  const weights = new Map<string, number>();
  const words = new Map<string, string>();
  let length = 0;
  for (const name of ["title", "lead", "text", "labels"] as const) {
    const tokens = analyse(document[name]).filter((token) => !token.stop);
    length += tokens.length;
    const { boost, b, mean } = fields[name];
    const share = boost / (1 - b + (b * Math.max(tokens.length, mean / 4)) / mean);
    for (const token of tokens) {
      weights.set(token.term, (weights.get(token.term) ?? 0) + share);
      words.set(token.word, token.term);
    }
  }
  const terms = new Map<string, number>();
  for (const [term, weight] of weights) terms.set(term, scaled(weight / (k1 + weight)));
  for (const { id, weight } of concepts) {
    if (weight >= leastWeight) terms.set(conceptTerm(id), scaled(weight));
  }
  return { terms, words, length };
}

function scaled(share: number): number {
  return Math.max(1, Math.min(impactScale, Math.round(share * impactScale)));
}

/** Rarity of a term (BM25's inverse document frequency, never negative). */
export function rarity(documents: number, holding: number): number {
  return Math.log(1 + Math.max(0, documents - holding + 0.5) / (holding + 0.5));
}
