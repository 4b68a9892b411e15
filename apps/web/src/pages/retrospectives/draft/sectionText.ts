import {
  documentSections,
  type DocumentSectionId,
  type RetrospectiveDocument,
} from "@morrow/domain/retrospectives";
import { newKey } from "../../../outbox/entry.ts";

/** A section as text that a person can compare and edit: one entry a line, connections as ids would only confuse and follow the factors. */
export function sectionText(document: RetrospectiveDocument, section: DocumentSectionId): string {
  switch (section) {
    case "lesson":
    case "narrative":
      return document[section];
    case "factors":
      return documentSections(document).find(({ id }) => id === "factors")?.text ?? "";
    case "wentWell":
    case "confusing":
    case "lucky":
    case "detectSooner":
    case "recoverSooner":
      return document[section].map(listed).join("\n");
  }
}

/** The document with one section read back from such text. `others` lends the ids and connections of factors that still stand. */
export function withSectionText(
  document: RetrospectiveDocument,
  section: DocumentSectionId,
  text: string,
  others: readonly RetrospectiveDocument[],
): RetrospectiveDocument {
  switch (section) {
    case "lesson":
      return { ...document, lesson: text.replaceAll(/\s*\n\s*/g, " ").slice(0, 500) };
    case "narrative":
      return { ...document, narrative: text };
    case "factors":
      return { ...document, ...factorsFrom(text, others) };
    case "wentWell":
    case "confusing":
    case "lucky":
    case "detectSooner":
    case "recoverSooner":
      return { ...document, [section]: entriesOf(text) };
  }
}

function listed(text: string): string {
  return `- ${text.trim().replaceAll("\n", "\n  ")}`;
}

/** Lines that begin with a dash begin an entry; others go on with the one above. */
function entriesOf(text: string): string[] {
  const entries: string[] = [];
  for (const line of text.split("\n")) {
    const begins = /^[-*]\s+(.*)$/.exec(line);
    if (begins !== null || entries.length === 0) entries.push(begins?.[1] ?? line);
    else entries[entries.length - 1] += `\n${line.trim()}`;
  }
  return entries.map((entry) => entry.trim()).filter((entry) => entry !== "");
}

function factorsFrom(text: string, others: readonly RetrospectiveDocument[]) {
  const contributed = /^\s+-\s+contributed to: /;
  const known = others.flatMap(({ factors }) => factors);
  const taken = new Set<string>();
  const plain = text
    .split("\n")
    .filter((line) => !contributed.test(line))
    .join("\n");
  const factors = entriesOf(plain).flatMap((entry) => {
    const id = known.find((factor) => factor.text.trim() === entry && !taken.has(factor.id))?.id ?? newKey();
    if (known.some((factor) => taken.has(factor.id) && factor.text.trim() === entry)) return [];
    taken.add(id);
    return [{ id, text: entry }];
  });
  const connections = others
    .flatMap((each) => each.connections)
    .filter(
      ({ from, to }, index, all) =>
        taken.has(from) &&
        taken.has(to) &&
        all.findIndex((each) => each.from === from && each.to === to) === index,
    );
  return { factors, connections };
}
