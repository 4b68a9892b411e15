import { diffLines, diffWordsWithSpace, type Change } from "diff";
import { documentSections, type DocumentSectionId, type RetrospectiveDocument } from "./document.ts";

export interface TextChange {
  kind: "same" | "added" | "removed";
  text: string;
}

/**
 * Edits beyond which a text counts as rewritten and is shown as a whole: the comparison takes time in proportion to
 * text length × edits.
 */
const mostLineEdits = 1_000;
const mostWordEdits = 1_000;

/**
 * Lines first, then words within the lines that changed. Leaving out what was added gives `before`; leaving out what
 * was removed gives `after`, character by character.
 */
export function diffText(before: string, after: string): TextChange[] {
  if (before === after) return before === "" ? [] : [{ kind: "same", text: before }];
  const changes: TextChange[] = [];
  let removed = "";
  let added = "";
  const flush = (): void => {
    append(changes, compareWords(removed, added));
    removed = "";
    added = "";
  };
  for (const change of compareLines(before, after)) {
    if (change.kind === "removed") removed += change.text;
    else if (change.kind === "added") added += change.text;
    else {
      flush();
      append(changes, [change]);
    }
  }
  flush();
  return changes;
}

function compareLines(before: string, after: string): TextChange[] {
  return toChanges(diffLines(before, after, { maxEditLength: mostLineEdits }), before, after);
}

function compareWords(before: string, after: string): TextChange[] {
  if (before === "" || after === "") return replaced(before, after);
  return toChanges(diffWordsWithSpace(before, after, { maxEditLength: mostWordEdits }), before, after);
}

function toChanges(found: Change[] | undefined, before: string, after: string): TextChange[] {
  if (found === undefined) return replaced(before, after);
  return found.map(({ added, removed, value }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    text: value,
  }));
}

function replaced(before: string, after: string): TextChange[] {
  return [
    { kind: "removed", text: before },
    { kind: "added", text: after },
  ];
}

function append(changes: TextChange[], more: readonly TextChange[]): void {
  for (const change of more) {
    if (change.text === "") continue;
    const last = changes.at(-1);
    if (last?.kind === change.kind) last.text += change.text;
    else changes.push({ ...change });
  }
}

export interface SectionDiff {
  section: DocumentSectionId;
  label: string;
  changed: boolean;
  changes: TextChange[];
}

/** Every section in reading order, compared by its Markdown. */
export function diffDocuments(before: RetrospectiveDocument, after: RetrospectiveDocument): SectionDiff[] {
  const later = new Map(documentSections(after).map((section) => [section.id, section.text]));
  return documentSections(before).map(({ id, label, text }) => {
    const changes = diffText(text, later.get(id) ?? "");
    return { section: id, label, changed: changes.some((change) => change.kind !== "same"), changes };
  });
}
