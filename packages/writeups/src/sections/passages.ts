import type { Block } from "../document/block.ts";
import type { Section } from "../document/section.ts";
import type { SectionKind } from "../document/sectionKind.ts";
import type { Passage } from "../proposal/proposal.ts";
import { isPlaceholder } from "../timeline/templateRow.ts";

const signs = /^(?:[✅❌✔✖✗✘☑⚠👍👎🟢🔴➕➖]\uFE0F?\s*)+/u;

const passage = (text: string, line: number): Passage[] => {
  const clean = text.replace(signs, "").trim();
  return isPlaceholder(clean) ? [] : [{ text: clean, line }];
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

/** The list items of a kind of section; its paragraphs where it has no list. */
export function passagesIn(sections: readonly Section[], kind: SectionKind): Passage[] {
  return sections.flatMap((section) => {
    if (section.kind !== kind) return [];
    const listed = section.blocks.some((block) => block.kind === "item" || block.kind === "table");
    return withNested(
      section.blocks,
      section.blocks.flatMap((block) => passagesOf(block, !listed)),
    );
  });
}
