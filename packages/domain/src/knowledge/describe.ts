import { matchPhrases, phraseBook } from "./phrases.ts";
import { analyse } from "./text/analyse.ts";
import { sentences } from "./text/sentences.ts";
import type { Sentence, SentenceRole } from "./text/sentences.ts";
import { writeUpWords } from "./text/stop-words.ts";
import { conceptById, vocabulary } from "./vocabulary/index.ts";
import type { Token } from "./text/analyse.ts";

export interface KnowledgeDocument {
  readonly id: string;
  readonly title: string;
  readonly lead?: string;
  /** Markdown. */
  readonly body: string;
  readonly fields?: {
    readonly services?: readonly string[];
    readonly tags?: readonly string[];
    readonly factors?: readonly string[];
    readonly severity?: number;
    readonly team?: string;
    /** ISO 8601. */
    readonly occurredAt?: string;
  };
}

/** How much a write-up is about a concept, and the words that say so. */
export interface ConceptWeight {
  readonly id: string;
  /** 0 (merely implied) to 1 (what it is about). */
  readonly weight: number;
  /** The words it was recognised by, as written; empty where a narrower concept implies it. */
  readonly evidence: readonly string[];
}

/** What a write-up is about, small enough to store beside it. Plain JSON. */
export interface Fingerprint {
  readonly version: 1;
  readonly concepts: readonly ConceptWeight[];
  /** Term → weighted count. */
  readonly terms: Readonly<Record<string, number>>;
  /** Sum of the weighted counts. */
  readonly length: number;
}

const book = phraseBook(vocabulary);

/** Tuned on the tuned half of bench/similar: what a sentence is for, and where it stands, decides what its words are worth. */
export const describeWeights: {
  readonly role: Readonly<Record<SentenceRole, number>>;
  readonly title: number;
  readonly field: number;
  /** Share of a concept that its wider concept gets. */
  readonly implied: number;
  /** How fast repeated mentions stop adding. */
  readonly saturation: number;
  /** Worth of a sentence far from the start, and how many sentences count as the start. */
  readonly floor: number;
  readonly reach: number;
} = {
  role: { cause: 1.3, narrative: 1, impact: 0.6, remedy: 0.25, timeline: 0.4 },
  title: 1.6,
  field: 1.2,
  implied: 0.5,
  saturation: 0.9,
  floor: 0.35,
  reach: 8,
};
const evidenceKept = 2;
const negation =
  /^(?:no|not|without|never|none|neither|(?:did|was|could|had|is|does|do|wo|were|would|has|have|are)n)$/;

interface Tally {
  sum: number;
  readonly evidence: string[];
}

/** Derives the fingerprint of a write-up. Deterministic; costs about a millisecond per thousand words. */
export function describe(document: KnowledgeDocument): Fingerprint {
  const concepts = new Map<string, Tally>();
  const terms = new Map<string, number>();
  for (const { sentence, weight } of weighted(document)) {
    countConcepts(sentence, weight, concepts);
    countTerms(sentence.tokens, weight, terms);
  }
  imply(concepts);
  const listed = [...concepts]
    .map(([id, tally]) => ({
      id,
      weight: round(1 - Math.exp(-describeWeights.saturation * tally.sum)),
      evidence: tally.evidence,
    }))
    .toSorted((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
  let length = 0;
  const counted: Record<string, number> = {};
  for (const [term, count] of terms) {
    counted[term] = round(count);
    length += count;
  }
  return { version: 1, concepts: listed, terms: counted, length: round(length) };
}

function* weighted(document: KnowledgeDocument): Generator<{ sentence: Sentence; weight: number }> {
  for (const sentence of sentences(document.title)) yield { sentence, weight: describeWeights.title };
  for (const field of [
    ...(document.fields?.factors ?? []),
    ...(document.fields?.tags ?? []),
    ...(document.fields?.services ?? []),
  ]) {
    for (const sentence of sentences(field)) yield { sentence, weight: describeWeights.field };
  }
  const body = sentences(document.lead ? `${document.lead}\n${document.body}` : document.body);
  for (const sentence of body)
    yield { sentence, weight: describeWeights.role[sentence.role] * placeWeight(sentence.index) };
}

/** The first sentences say what happened; what follows tells how it went on. */
function placeWeight(index: number): number {
  return describeWeights.floor + (1 - describeWeights.floor) * Math.exp(-index / describeWeights.reach);
}

function countConcepts(sentence: Sentence, weight: number, into: Map<string, Tally>): void {
  const best = new Map<string, { strength: number; text: string }>();
  for (const match of matchPhrases(book, sentence.tokens)) {
    const strength = negated(sentence, match.from) ? match.strength * 0.3 : match.strength;
    const held = best.get(match.concept);
    if (!held || held.strength < strength)
      best.set(match.concept, { strength, text: sentence.text.slice(match.from, match.to) });
  }
  for (const [id, { strength, text }] of best) add(into, id, strength * weight, text);
}

function add(into: Map<string, Tally>, id: string, amount: number, text?: string): void {
  const tally = into.get(id) ?? { sum: 0, evidence: [] };
  tally.sum += amount;
  if (text !== undefined && tally.evidence.length < evidenceKept && !tally.evidence.includes(text))
    tally.evidence.push(text);
  into.set(id, tally);
}

/** "No data was lost" is not about data loss: a negation up to three words before weakens a match. */
function negated(sentence: Sentence, from: number): boolean {
  const before = sentence.tokens.filter((token) => token.end <= from).slice(-3);
  return before.some((token) => negation.test(token.word));
}

/** A MySQL failure is a database failure, to a lesser degree; two levels at most. */
function imply(concepts: Map<string, Tally>): void {
  // The map grows while wider concepts are added: only what was read from the text implies anything.
  for (const [id, tally] of Array.from(concepts)) {
    for (const wider of conceptById(id)?.broader ?? []) {
      add(concepts, wider, tally.sum * describeWeights.implied);
      for (const widest of conceptById(wider)?.broader ?? [])
        add(concepts, widest, tally.sum * describeWeights.implied ** 2);
    }
  }
}

function countTerms(tokens: readonly Token[], weight: number, into: Map<string, number>): void {
  let coveredTo = -1;
  for (const token of tokens) {
    if (token.start < coveredTo) continue;
    // "GitHub" is one name; "foo_bar" is told by its words as well.
    if (token.whole && /^\p{L}+$/u.test(token.word)) coveredTo = token.end;
    if (token.stop || writeUpWords.has(token.word) || /^[\d.:]/.test(token.word) || token.word.length < 2)
      continue;
    into.set(token.term, (into.get(token.term) ?? 0) + weight);
  }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** Describes pasted text or a draft that has no document yet. */
export function describeText(text: string): Fingerprint {
  return describe({ id: "", title: "", body: text });
}

/** How many words a text has, as the index counts them. */
export function wordCount(text: string): number {
  return analyse(text).filter((token) => !token.whole).length;
}
