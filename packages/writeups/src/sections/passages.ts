import type { Block } from "../document/block.ts";
import type { Field } from "../document/fields.ts";
import type { Section } from "../document/section.ts";
import type { SectionKind } from "../document/sectionKind.ts";
import type { Passage } from "../proposal/proposal.ts";
import { isPlaceholder } from "../timeline/templateRow.ts";

const signs = /^(?:[✅❌✔✖✗✘☑⚠👍👎🟢🔴➕➖]\uFE0F?\s*)+/u;

const passage = (text: string, line: number): Passage[] => {
  const clean = text.replace(signs, "").trim();
  return isPlaceholder(clean) || /^!\[[^\]]*\]\([^)]*\)$/.test(clean) ? [] : [{ text: clean, line }];
};

function passagesOf(block: Block, withParagraphs: boolean): Passage[] {
  switch (block.kind) {
    case "item":
      return block.depth === 0
        ? passage(block.detail === "" ? block.text : `${block.text}\n\n${block.detail}`, block.line)
        : [];
    case "paragraph":
      return withParagraphs ? passage(block.text, block.line) : [];
    case "table":
      return block.rows.flatMap((row) =>
        passage(row.cells.filter((cell) => cell !== "").join(" — "), row.line),
      );
    case "heading":
    case "code":
    case "quote":
    case "html":
    case "rule":
      return [];
  }
}

/** Nested items belong to the passage of the item above them. */
function withNested(blocks: readonly Block[], passages: readonly Passage[]): Passage[] {
  const made = passages.map((each) => ({ ...each }));
  const byLine = new Map(made.map((each) => [each.line, each]));
  let last: Passage | undefined;
  for (const block of blocks) {
    if (block.kind !== "item") continue;
    if (block.depth === 0) last = byLine.get(block.line) ?? last;
    else if (last) last.text += `\n${"  ".repeat(block.depth)}- ${block.text}`;
  }
  return made;
}

const isListed = (section: Section): boolean =>
  section.blocks.some((block) => block.kind === "item" || block.kind === "table");

/** The list items of a kind of section; paragraphs only where none of its sections has a list. */
export function passagesIn(sections: readonly Section[], kind: SectionKind): Passage[] {
  const own = sections.filter((section) => section.kind === kind);
  const anyListed = own.some(isListed);
  return own.flatMap((section) => {
    // What went well is told in paragraphs and lists alike; an analysis in prose beside a list of factors is narrative.
    const paragraphs = kind === "factors" ? !anyListed : !isListed(section);
    return withNested(
      section.blocks,
      section.blocks.flatMap((block) => passagesOf(block, paragraphs)),
    );
  });
}

/** Contributing factors: sections that name them, else labelled values such as `**Root cause:** …`. */
export function factorsIn(sections: readonly Section[], fields: readonly Field[]): Passage[] {
  const told = passagesIn(sections, "factors");
  if (told.length > 0) return told;
  return fields
    .filter(
      ({ label, value }) =>
        value !== "" && /^(?:(?:root |primary |main )?causes?|contributing factors?)$/.test(label),
    )
    .flatMap(({ value, line }) => passage(value, line));
}
