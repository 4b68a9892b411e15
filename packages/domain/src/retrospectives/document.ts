import { problem, type Problem } from "../problem.ts";

/** One of several conditions that together produced the event. */
export interface ContributingFactor {
  id: string;
  text: string;
}

/** `from` contributed to `to`; both are factor ids. */
export interface FactorConnection {
  from: string;
  to: string;
}

/** What people write together. Texts are Markdown. */
export interface RetrospectiveDocument {
  /** One sentence that is worth remembering. */
  lesson: string;
  narrative: string;
  factors: ContributingFactor[];
  connections: FactorConnection[];
  wentWell: string[];
  confusing: string[];
  lucky: string[];
  detectSooner: string[];
  recoverSooner: string[];
}

export const emptyDocument: RetrospectiveDocument = {
  lesson: "",
  narrative: "",
  factors: [],
  connections: [],
  wentWell: [],
  confusing: [],
  lucky: [],
  detectSooner: [],
  recoverSooner: [],
};

/** Sections in reading order. Factors and their connections are one: each makes no sense without the other. */
export const documentSectionIds = [
  "lesson",
  "narrative",
  "factors",
  "wentWell",
  "confusing",
  "lucky",
  "detectSooner",
  "recoverSooner",
] as const;
export type DocumentSectionId = (typeof documentSectionIds)[number];

export const documentSectionLabels: Record<DocumentSectionId, string> = {
  lesson: "Lesson",
  narrative: "What happened",
  factors: "Contributing factors",
  wentWell: "What went well",
  confusing: "What was confusing",
  lucky: "Where we were lucky",
  detectSooner: "How could we detect sooner",
  recoverSooner: "How could we recover sooner",
};

export interface DocumentSection {
  id: DocumentSectionId;
  label: string;
  /** Markdown without the heading; empty when nothing is written. */
  text: string;
}

/** Every section, also the empty ones, in reading order. */
export function documentSections(document: RetrospectiveDocument): DocumentSection[] {
  return documentSectionIds.map((id) => ({
    id,
    label: documentSectionLabels[id],
    text: sectionText(document, id),
  }));
}

/** The whole as Markdown with headings, for search, coach and comparison; sections without text are left out. */
export function documentText(document: RetrospectiveDocument): string {
  const parts = documentSections(document).filter((section) => section.text.trim() !== "");
  return parts.map((section) => `## ${section.label}\n\n${section.text}\n`).join("\n");
}

function sectionText(document: RetrospectiveDocument, id: DocumentSectionId): string {
  switch (id) {
    case "lesson":
    case "narrative":
      return document[id];
    case "factors":
      return factorList(document);
    case "wentWell":
    case "confusing":
    case "lucky":
    case "detectSooner":
    case "recoverSooner":
      return document[id].map(listItem).join("\n");
  }
}

function factorList({ factors, connections }: RetrospectiveDocument): string {
  const textOf = new Map(factors.map((factor) => [factor.id, factor.text]));
  const lines = factors.flatMap((factor) => [
    listItem(factor.text),
    ...connections
      .filter((connection) => connection.from === factor.id)
      .map((connection) => `  ${listItem(`contributed to: ${firstLine(textOf.get(connection.to) ?? "")}`)}`),
  ]);
  return lines.join("\n");
}

function listItem(text: string): string {
  return `- ${text.trim().replaceAll("\n", "\n  ")}`;
}

function firstLine(text: string): string {
  return text.trim().split("\n", 1)[0] ?? "";
}

/** Whether the parts of the document fit together; texts are free. */
export function checkDocument(document: RetrospectiveDocument): Problem[] {
  return [...checkFactors(document.factors), ...checkConnections(document)];
}

function checkFactors(factors: readonly ContributingFactor[]): Problem[] {
  const seen = new Set<string>();
  const found: Problem[] = [];
  factors.forEach(({ id }, index) => {
    if (id === "")
      found.push(
        problem("factor.id_missing", "A contributing factor needs an id.", "factors", String(index), "id"),
      );
    if (seen.has(id)) {
      found.push(
        problem(
          "factor.id_repeated",
          `Two contributing factors share the id “${id}”.`,
          "factors",
          String(index),
          "id",
        ),
      );
    }
    seen.add(id);
  });
  return found;
}

function checkConnections({ factors, connections }: RetrospectiveDocument): Problem[] {
  const ids = new Set(factors.map((factor) => factor.id));
  const found: Problem[] = [];
  connections.forEach(({ from, to }, index) => {
    const path = ["connections", String(index)];
    if (!ids.has(from))
      found.push(
        problem("connection.factor_unknown", `There is no contributing factor “${from}”.`, ...path, "from"),
      );
    if (!ids.has(to))
      found.push(
        problem("connection.factor_unknown", `There is no contributing factor “${to}”.`, ...path, "to"),
      );
    if (from === to)
      found.push(problem("connection.to_itself", "A factor cannot contribute to itself.", ...path));
  });
  if (found.length === 0 && hasCycle(connections)) {
    found.push(
      problem(
        "connection.cycle",
        "These connections go round in a circle. Please take one out: each leads from earlier to later.",
        "connections",
      ),
    );
  }
  return found;
}

/** Takes away factors that nothing leads to, until none is left (Kahn); what remains goes round. */
function hasCycle(connections: readonly FactorConnection[]): boolean {
  let remaining = connections;
  while (remaining.length > 0) {
    const reached = new Set(remaining.map((connection) => connection.to));
    const kept = remaining.filter((connection) => reached.has(connection.from));
    if (kept.length === remaining.length) return true;
    remaining = kept;
  }
  return false;
}
