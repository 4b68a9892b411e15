import type { DocumentKind, Fingerprint } from "@morrow/domain/knowledge";
import type { Generated } from "kysely";

import type { Json } from "../json.ts";
import type { Instant } from "../schema.ts";

/** What can be found, one row a document. */
export interface KnowledgeDocumentTable {
  /** Short number that the postings use. */
  doc: Generated<number>;
  id: string;
  kind: DocumentKind;
  incident_id: string | null;
  audience: string;
  /** Who may see it, coarsely: 0 everyone, 1 members, 2 restricted (then `audience` says whom). */
  class: number;
  title: string;
  lead: string;
  severity: number | null;
  services: string[];
  tags: string[];
  team: string | null;
  occurred_at: Instant | null;
  published_at: Instant | null;
  /** Words. */
  length: number;
  revision: number;
  /** Version of the failure vocabulary that it was read with. */
  vocabulary: string;
}

/** The long part of a document: what snippets, phrases and comparisons are made from. */
export interface KnowledgeContentTable {
  doc: number;
  text: string;
  fingerprint: Json<Fingerprint>;
}

/** The same as the postings, by document: `impacts[i]` belongs to `terms[i]`. */
export interface KnowledgeVectorTable {
  doc: number;
  terms: number[];
  impacts: number[];
}

/** Every indexed term (stem, identifier or #concept) and how many documents have it. */
export interface KnowledgeTermTable {
  id: Generated<number>;
  term: string;
  documents: number;
}

/** Words as people write them, for unfinished words and typing errors. */
export interface KnowledgeWordTable {
  word: string;
  term: string;
}

export interface KnowledgePostingTable {
  term: number;
  class: number;
  /** 1 to 1000. */
  impact: number;
  doc: number;
}

/** One row. */
export interface KnowledgeStatisticsTable {
  one: Generated<boolean>;
  documents: number;
  /** Sum of the lengths of all fingerprints. */
  fingerprint_length: number;
}
