import type { CoachContext } from "@morrow/coach";
import {
  documentSectionIds,
  documentSectionLabels,
  type DocumentSectionId,
  type RetrospectiveDocument,
} from "@morrow/domain/retrospectives";

/** One field of the editor as the coach reads it. */
export interface Part {
  /** "narrative", "factors:<id>", "wentWell:0", "measure:CM-3": also names the field on the page. */
  readonly key: string;
  readonly section: DocumentSectionId | "measures";
  /** "prose" is read as it stands; "item" as an entry of a list. */
  readonly shape: "prose" | "item";
  readonly text: string;
}

/** Every field with text, in reading order. The section it stands under decides how the coach takes a sentence. */
export function partsOf(document: RetrospectiveDocument): Part[] {
  return documentSectionIds
    .flatMap((section): Part[] => {
      if (section === "lesson" || section === "narrative")
        return [{ key: section, section, shape: "prose", text: document[section] }];
      if (section === "factors")
        return document.factors.map(({ id, text }) => ({
          key: `factors:${id}`,
          section,
          shape: "item",
          text,
        }));
      return document[section].map((text, index) => ({
        key: `${section}:${index}`,
        section,
        shape: "item",
        text,
      }));
    })
    .filter((part) => part.text.trim() !== "");
}

/** The title of a countermeasure, or one still being typed. */
export function measurePart(ref: string, title: string): Part {
  return { key: `measure:${ref}`, section: "measures", shape: "prose", text: title };
}

interface Framed {
  readonly markdown: string;
  readonly context: CoachContext;
  /** From a place in the markdown to the place in the part's text. */
  readonly toText: (offset: number) => number;
}

/** The part with its heading, as it will stand in the whole document, so that the page and the publishing gate agree. */
export function frame({ section, shape, text }: Part): Framed {
  if (section === "measures")
    return { markdown: text, context: "countermeasure", toText: (offset) => offset };
  const heading = `## ${documentSectionLabels[section]}\n\n`;
  if (shape === "prose") {
    return {
      markdown: heading + text,
      context: "document",
      toText: (offset) => Math.min(Math.max(offset - heading.length, 0), text.length),
    };
  }
  const lead = text.length - text.trimStart().length;
  const indented = text.trim().replaceAll("\n", "\n  ");
  const start = heading.length + 2;
  return {
    markdown: `${heading}- ${indented}`,
    context: "document",
    toText: (offset) => {
      const inside = Math.min(Math.max(offset - start, 0), indented.length);
      const indents = indented.slice(0, inside).split("\n").length - 1;
      return lead + Math.max(inside - 2 * indents, 0);
    },
  };
}
