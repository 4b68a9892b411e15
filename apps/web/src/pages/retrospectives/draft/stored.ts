import type { Retrospective } from "@morrow/contract/retrospectives";
import {
  documentSectionIds,
  withSection,
  type DocumentSectionId,
  type RetrospectiveDocument,
} from "@morrow/domain/retrospectives";

/** A document as the server holds it. */
export interface Stored {
  readonly revision: number;
  readonly document: RetrospectiveDocument;
  /** Who saved it; null when nobody did yet. */
  readonly by: string | null;
  /** ISO 8601 instant. */
  readonly savedAt: string;
}

export function storedOf(retrospective: Retrospective): Stored {
  const { revision, document, savedBy, savedAt } = retrospective;
  return { revision, document, by: savedBy?.name ?? null, savedAt };
}

/** Sections in which two documents differ, in reading order. */
export function changedSections(a: RetrospectiveDocument, b: RetrospectiveDocument): DocumentSectionId[] {
  if (a === b) return [];
  return documentSectionIds.filter((section) => !sameSection(section, a, b));
}

function sameSection(
  section: DocumentSectionId,
  a: RetrospectiveDocument,
  b: RetrospectiveDocument,
): boolean {
  if (section === "lesson" || section === "narrative") return a[section] === b[section];
  if (section !== "factors") return a[section] === b[section] || same(a[section], b[section]);
  return (
    same(
      a.factors.map(({ id, text }) => [id, text]),
      b.factors.map(({ id, text }) => [id, text]),
    ) &&
    same(
      a.connections.map(({ from, to }) => [from, to]),
      b.connections.map(({ from, to }) => [from, to]),
    )
  );
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The document with several sections taken from another. */
export function withSections(
  document: RetrospectiveDocument,
  sections: readonly DocumentSectionId[],
  source: RetrospectiveDocument,
): RetrospectiveDocument {
  return sections.reduce((result, section) => withSection(result, section, source), document);
}
