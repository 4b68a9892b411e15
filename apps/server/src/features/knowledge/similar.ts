import {
  conceptById,
  conceptTerm,
  describeText,
  rankSimilar,
  rarity,
  similarWeights,
  vocabulary,
} from "@morrow/domain/knowledge";
import type { CollectionStats, DocumentKind, Fingerprint, SimilarBecause } from "@morrow/domain/knowledge";
import type { Audiences } from "@morrow/domain/people";
import { sql } from "kysely";

import type { Trx } from "../../platform/db/index.ts";
import { reachOf } from "./audience-class.ts";
import { candidates } from "./search/candidates.ts";
import type { WeighedTerm } from "./search/candidates.ts";

export type SimilarQuestion = ({ readonly fingerprint: Fingerprint } | { readonly text: string }) & {
  readonly audiences: Audiences;
  /** A document that is no answer: the one asked about. */
  readonly excludeId?: string | undefined;
  /** Documents of these incidents are no answer either. */
  readonly excludeIncidentId?: string | undefined;
  readonly kinds?: readonly DocumentKind[];
  /** 1 to 50. */
  readonly limit: number;
};

export interface SimilarHit {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly incidentId: string | null;
  readonly title: string;
  readonly lead: string;
  readonly severity: number | null;
  readonly occurredAt: string | null;
  readonly score: number;
  readonly because: SimilarBecause;
}

const conceptsAsked = 12;
const termsAsked = 6;
const depth = 250;
const compared = 50;

/** Past documents that tell of the same failure, best first, each with why. Reads only. */
export async function similar(trx: Trx, question: SimilarQuestion): Promise<SimilarHit[]> {
  const fingerprint = "text" in question ? describeText(question.text) : question.fingerprint;
  const { stats, numbers } = await statistics(trx, fingerprint);
  const terms = asked(fingerprint, stats, numbers);
  const kinds = question.kinds ?? ["retrospective", "incident"];
  const found = await candidates(trx, {
    terms,
    reach: reachOf(question.audiences),
    conditions: [],
    depth,
    most: compared * 2,
  });
  const rows = await trx
    .selectFrom("knowledge_document as document")
    .innerJoin("knowledge_content as content", "content.doc", "document.doc")
    .select(["id", "kind", "incident_id", "title", "lead", "severity", "occurred_at", "fingerprint"])
    .where(sql<boolean>`document.doc = any(${found.map((one) => one.doc).slice(0, compared)}::int[])`)
    .where("kind", "in", [...kinds])
    .execute();
  const others = rows.filter(
    (row) =>
      row.id !== question.excludeId &&
      (row.incident_id === null || row.incident_id !== question.excludeIncidentId),
  );
  const byId = new Map(others.map((row) => [row.id, row]));
  return rankSimilar(fingerprint, others, stats)
    .slice(0, question.limit)
    .flatMap(({ id, score, because }): SimilarHit[] => {
      const row = byId.get(id);
      if (row === undefined) return [];
      const { kind, title, lead, severity } = row;
      return [
        {
          id,
          kind,
          incidentId: row.incident_id,
          title,
          lead,
          severity,
          occurredAt: row.occurred_at,
          score,
          because,
        },
      ];
    });
}

async function statistics(
  trx: Trx,
  { terms }: Fingerprint,
): Promise<{ stats: CollectionStats; numbers: Map<string, number> }> {
  // The ranking compares with everything a candidate is about, so all concepts are counted; there are a few hundred.
  const names = [...vocabulary.map((concept) => conceptTerm(concept.id)), ...Object.keys(terms)];
  const rows = await trx
    .selectFrom("knowledge_term")
    .select(["id", "term", "documents"])
    .where(sql<boolean>`term = any(${names}::text[])`)
    .execute();
  const totals = await trx
    .selectFrom("knowledge_statistics")
    .select(["documents", "fingerprint_length"])
    .executeTakeFirstOrThrow();
  const held = new Map(rows.map((row) => [row.term, row]));
  const count = (name: string): number => held.get(name)?.documents ?? 0;
  const stats: CollectionStats = {
    documents: totals.documents,
    averageLength: totals.documents === 0 ? 0 : totals.fingerprint_length / totals.documents,
    concepts: Object.fromEntries(vocabulary.map(({ id }) => [id, count(conceptTerm(id))])),
    terms: Object.fromEntries(Object.keys(terms).map((term) => [term, count(term)])),
  };
  return { stats, numbers: new Map(rows.map((row) => [row.term, row.id])) };
}

/** The concepts and terms that say most, weighed roughly as the exact ranking will. */
function asked(
  fingerprint: Fingerprint,
  stats: CollectionStats,
  numbers: ReadonlyMap<string, number>,
): WeighedTerm[] {
  const concepts = fingerprint.concepts.map(({ id, weight }) => ({
    name: conceptTerm(id),
    weight:
      weight *
      rarity(stats.documents, stats.concepts[id] ?? 0) *
      similarWeights.kind[conceptById(id)?.kind ?? "trigger"],
  }));
  const terms = Object.entries(fingerprint.terms).map(([term, count]) => ({
    name: term,
    weight:
      Math.min(1.5, Math.sqrt(count)) *
      rarity(stats.documents, stats.terms[term] ?? 0) *
      similarWeights.terms,
  }));
  return [best(concepts, conceptsAsked, numbers), best(terms, termsAsked, numbers)].flat();
}

function best(
  given: readonly { name: string; weight: number }[],
  most: number,
  numbers: ReadonlyMap<string, number>,
): WeighedTerm[] {
  return given
    .flatMap(({ name, weight }) => {
      const term = numbers.get(name);
      return term === undefined ? [] : [{ term, weight }];
    })
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, most);
}
