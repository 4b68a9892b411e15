import { documentSectionIds, type DocumentSectionId, type RetrospectiveDocument } from "./document.ts";

export interface DocumentMerge {
  /** Sections that both changed differently hold mine until somebody decides. */
  merged: RetrospectiveDocument;
  conflicts: DocumentSectionId[];
}

/** Three-way, section by section: a section that only one side touched merges by itself. */
export function mergeDocuments(
  base: RetrospectiveDocument,
  mine: RetrospectiveDocument,
  theirs: RetrospectiveDocument,
): DocumentMerge {
  let merged = mine;
  const conflicts: DocumentSectionId[] = [];
  for (const section of documentSectionIds) {
    if (sameSection(section, mine, theirs) || sameSection(section, base, theirs)) continue;
    if (sameSection(section, base, mine)) merged = withSection(merged, section, theirs);
    else conflicts.push(section);
  }
  return { merged, conflicts };
}

/** The document with one section taken from another; for deciding a conflict. */
export function withSection(
  document: RetrospectiveDocument,
  section: DocumentSectionId,
  source: RetrospectiveDocument,
): RetrospectiveDocument {
  return { ...document, ...sectionOf(source, section) };
}

function sameSection(
  section: DocumentSectionId,
  a: RetrospectiveDocument,
  b: RetrospectiveDocument,
): boolean {
  return comparable(a, section) === comparable(b, section);
}

/** Field order is ours, not that of whoever sent the document. */
function comparable(document: RetrospectiveDocument, section: DocumentSectionId): string {
  if (section !== "factors") return JSON.stringify(document[section]);
  return JSON.stringify([
    document.factors.map(({ id, text }) => [id, text]),
    document.connections.map(({ from, to }) => [from, to]),
  ]);
}

function sectionOf(
  document: RetrospectiveDocument,
  section: DocumentSectionId,
): Partial<RetrospectiveDocument> {
  if (section === "factors") return { factors: document.factors, connections: document.connections };
  return { [section]: document[section] };
}
