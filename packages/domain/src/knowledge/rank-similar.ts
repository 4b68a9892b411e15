import type { ConceptWeight, Fingerprint } from "./describe.ts";
import type { ConceptKind } from "./vocabulary/concept.ts";
import { conceptById } from "./vocabulary/index.ts";

/** How common things are in the collection; only what the query mentions is looked up. */
export interface CollectionStats {
  readonly documents: number;
  /** Mean of `Fingerprint.length`. */
  readonly averageLength: number;
  /** Concept id → number of documents whose fingerprint has it. */
  readonly concepts: Readonly<Record<string, number>>;
  /** Term → number of documents that have it. */
  readonly terms: Readonly<Record<string, number>>;
}

export interface SimilarBecause {
  /** Labels, strongest first: "expired certificate". */
  readonly mechanisms: readonly string[];
  readonly parts: readonly string[];
  readonly symptoms: readonly string[];
  /** Terms, as stems; callers show them by the words of the document. */
  readonly terms: readonly string[];
}

export interface SimilarResult {
  readonly id: string;
  readonly score: number;
  readonly because: SimilarBecause;
}

export interface SimilarWeights {
  readonly kind: Readonly<Record<ConceptKind, number>>;
  readonly terms: number;
  /** Reward for agreeing on mechanism and part at once. */
  readonly joint: number;
  readonly conceptNorm: number;
  readonly idfPower: number;
  readonly k1: number;
  readonly b: number;
}

/** Tuned on the tuned half of bench/similar; the held-out half is reported beside it. */
export const similarWeights: SimilarWeights = {
  kind: { mechanism: 1, trigger: 0.3, part: 0.6, symptom: 0.5 },
  terms: 0.12,
  joint: 0.3,
  conceptNorm: 0.5,
  idfPower: 1.4,
  k1: 1.2,
  b: 0.8,
};

/** Counts what `rankSimilar` needs from a collection held in memory. */
export function collectionStats(fingerprints: Iterable<Fingerprint>): CollectionStats {
  const concepts: Record<string, number> = {};
  const terms: Record<string, number> = {};
  let documents = 0;
  let length = 0;
  for (const print of fingerprints) {
    documents += 1;
    length += print.length;
    for (const { id } of print.concepts) concepts[id] = own(concepts, id) + 1;
    for (const term of Object.keys(print.terms)) terms[term] = own(terms, term) + 1;
  }
  return { documents, averageLength: documents === 0 ? 0 : length / documents, concepts, terms };
}

/**
 * Orders candidates by how likely they tell of the same failure: shared mechanisms, parts and symptoms weighted by
 * rarity and by how much each side is about them, together with shared terms.
 */
export function rankSimilar(
  query: Fingerprint,
  candidates: Iterable<{ readonly id: string; readonly fingerprint: Fingerprint }>,
  stats: CollectionStats,
  weights: SimilarWeights = similarWeights,
): SimilarResult[] {
  const ranked: SimilarResult[] = [];
  for (const candidate of candidates) {
    const result = compare(query, candidate.id, candidate.fingerprint, stats, weights);
    if (result.score > 0) ranked.push(result);
  }
  return ranked.toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

/** A term may be called "constructor": only what the record itself holds counts. */
function own(record: Readonly<Record<string, number>>, key: string): number {
  return Object.hasOwn(record, key) ? (record[key] ?? 0) : 0;
}

interface Share {
  readonly name: string;
  readonly gain: number;
}

function compare(
  query: Fingerprint,
  id: string,
  print: Fingerprint,
  stats: CollectionStats,
  weights: SimilarWeights,
): SimilarResult {
  const shared = sharedConcepts(query, print, stats, weights);
  const terms = sharedTerms(query, print, stats, weights);
  const mechanisms = sum(shared.mechanism);
  const parts = sum(shared.part);
  const score =
    mechanisms * weights.kind.mechanism +
    parts * weights.kind.part +
    sum(shared.symptom) * weights.kind.symptom +
    sum(shared.trigger) * weights.kind.trigger +
    Math.sqrt(mechanisms * parts) * weights.joint +
    sum(terms) * weights.terms;
  return {
    id,
    score: Math.round(score * 1e4) / 1e4,
    because: {
      mechanisms: strongest(shared.mechanism),
      parts: strongest(shared.part),
      symptoms: strongest(shared.symptom),
      terms: strongest(terms, 8),
    },
  };
}

function sum(shares: readonly Share[]): number {
  return shares.reduce((total, share) => total + share.gain, 0);
}

function strongest(shares: readonly Share[], most = 4): string[] {
  const best = shares.toSorted((a, b) => b.gain - a.gain);
  const floor = (best[0]?.gain ?? 0) * 0.15;
  return best
    .filter((share) => share.gain > floor)
    .slice(0, most)
    .map((share) => share.name);
}

function sharedConcepts(
  query: Fingerprint,
  print: Fingerprint,
  stats: CollectionStats,
  weights: SimilarWeights,
): Record<ConceptKind, Share[]> {
  const shared: Record<ConceptKind, Share[]> = { mechanism: [], trigger: [], part: [], symptom: [] };
  const held = new Map(print.concepts.map((concept) => [concept.id, concept]));
  const norm = conceptLength(print.concepts, stats, weights) ** weights.conceptNorm;
  for (const wanted of query.concepts) {
    const found = held.get(wanted.id);
    const concept = conceptById(wanted.id);
    if (!found || !concept) continue;
    const gain = (wanted.weight * found.weight * rarity(stats, wanted.id, weights)) / norm;
    shared[concept.kind].push({ name: concept.label, gain });
  }
  return shared;
}

function rarity(stats: CollectionStats, id: string, weights: SimilarWeights): number {
  const frequency = own(stats.concepts, id);
  return Math.log(1 + (stats.documents - frequency + 0.5) / (frequency + 0.5)) ** weights.idfPower;
}

function conceptLength(
  concepts: readonly ConceptWeight[],
  stats: CollectionStats,
  weights: SimilarWeights,
): number {
  let squares = 0;
  for (const concept of concepts) squares += (concept.weight * rarity(stats, concept.id, weights)) ** 2;
  return Math.max(1, Math.sqrt(squares));
}

function sharedTerms(
  query: Fingerprint,
  print: Fingerprint,
  stats: CollectionStats,
  weights: SimilarWeights,
): Share[] {
  const shares: Share[] = [];
  const room = weights.k1 * (1 - weights.b + (weights.b * print.length) / Math.max(1, stats.averageLength));
  for (const [term, wanted] of Object.entries(query.terms)) {
    const count = own(print.terms, term);
    if (count === 0) continue;
    const frequency = own(stats.terms, term);
    const idf = Math.log(1 + (stats.documents - frequency + 0.5) / (frequency + 0.5));
    shares.push({ name: term, gain: (idf * Math.min(1.5, Math.sqrt(wanted)) * count) / (count + room) });
  }
  return shares;
}
