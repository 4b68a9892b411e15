import { impactScale } from "@morrow/domain/knowledge";

import type { Candidate, WeighedTerm } from "./candidates.ts";
import type { Wanted } from "./wanted.ts";

export interface Scored {
  readonly doc: number;
  readonly score: number;
  /** Terms of the document that answered. */
  readonly matched: readonly string[];
}

/** Every alternative of every wanted word, in one row, as `candidates` wants them. */
export function weigh(wanted: readonly Wanted[]): WeighedTerm[] {
  return wanted.flatMap((one) =>
    one.alternatives.map((alternative) => ({
      term: alternative.term,
      weight: one.rarity * alternative.factor,
    })),
  );
}

/**
 * BM25F over the wanted words, each counted by its best alternative; a document with most of the words beats one with a
 * single word many times. Undefined when a required word is missing.
 */
export function scoreCandidate(candidate: Candidate, wanted: readonly Wanted[]): Scored | undefined {
  let place = 0;
  let score = 0;
  let covered = 0;
  let asked = 0;
  const matched: string[] = [];
  for (const one of wanted) {
    let best = 0;
    for (const alternative of one.alternatives) {
      const impact = (candidate.impacts[place] ?? 0) / impactScale;
      place += 1;
      if (impact > 0) matched.push(alternative.text);
      best = Math.max(best, impact * alternative.factor);
    }
    if (best === 0 && one.required) return undefined;
    score += one.rarity * best;
    asked += one.rarity;
    if (best > 0) covered += one.rarity;
  }
  if (score === 0) return undefined;
  return { doc: candidate.doc, score: score * (covered / asked), matched };
}
