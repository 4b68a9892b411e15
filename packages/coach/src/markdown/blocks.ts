import type { Heading, Node, Paragraph, PhrasingContent, Root, RootContent, Table } from "mdast";
import { addText } from "./align.ts";
import type { Range } from "./chat.ts";
import { type BlockKind, type Prose, ProseBuilder } from "./prose.ts";
import { maskQuotations } from "./quotes.ts";
import { type SectionKind, SectionTracker } from "./sections.ts";

/** Everything the walk needs to know. */
interface Walk {
  source: string;
  skip: readonly Range[];
  tracker: SectionTracker;
  blocks: Prose[];
}

/** The prose blocks of a document in reading order, each with the section it stands in. */
export function proseBlocks(
  tree: Root,
  source: string,
  skip: readonly Range[],
  section: SectionKind,
): Prose[] {
  const walk: Walk = { source, skip, tracker: new SectionTracker(section), blocks: [] };
  for (const node of tree.children) visit(node, "paragraph", walk);
  return walk.blocks;
}

function visit(node: RootContent, kind: BlockKind, walk: Walk): void {
  switch (node.type) {
    case "heading":
      heading(node, walk);
      return;
    case "paragraph":
      paragraph(node, kind, walk);
      return;
    case "table":
      table(node, walk);
      return;
    case "list":
    case "listItem":
    case "footnoteDefinition":
      for (const child of node.children)
        visit(child, node.type === "footnoteDefinition" ? kind : "list-item", walk);
      return;
    default:
      // Block quotes, code, HTML, definitions and rules hold no prose of the author's.
      return;
  }
}

function heading(node: Heading, walk: Walk): void {
  const prose = build(node.children, "heading", walk);
  if (prose === undefined) return;
  walk.tracker.heading(node.depth, prose.text.trim());
  walk.blocks.push({ ...prose, section: walk.tracker.current });
}

function paragraph(node: Paragraph, kind: BlockKind, walk: Walk): void {
  const prose = build(node.children, kind, walk);
  if (prose === undefined) return;
  const text = prose.text.trim();
  const bold = node.children.length === 1 && node.children[0]?.type === "strong";
  const isLabel = text.length <= 60 && (bold || (text.endsWith(":") && !/[.!?]/u.test(text)));
  if (isLabel && kind === "paragraph") {
    walk.tracker.label(text);
    walk.blocks.push({ ...prose, kind: "heading", section: walk.tracker.current });
    return;
  }
  walk.blocks.push(isLabel ? { ...prose, kind: "heading" } : prose);
}

function table(node: Table, walk: Walk): void {
  for (const [index, row] of node.children.entries()) {
    for (const cell of row.children) {
      const prose = build(cell.children, index === 0 ? "table-header" : "table-cell", walk);
      if (prose !== undefined) walk.blocks.push(prose);
    }
  }
}

function build(children: readonly PhrasingContent[], kind: BlockKind, walk: Walk): Prose | undefined {
  const builder = new ProseBuilder();
  for (const child of children) inline(child, builder, walk);
  const prose = builder.finish(kind, walk.tracker.current);
  return prose && { ...prose, text: maskQuotations(prose.text) };
}

function inline(node: PhrasingContent, builder: ProseBuilder, walk: Walk): void {
  const [from, to] = span(node);
  switch (node.type) {
    case "text":
      words(node.value, from, to, builder, walk);
      return;
    case "emphasis":
    case "strong":
    case "delete":
      for (const child of node.children) inline(child, builder, walk);
      return;
    case "break":
      builder.add(" ", from, to);
      return;
    case "html":
      // A line break in a table cell ends a line; other tags are not text.
      if (/^<br\b/iu.test(node.value)) builder.add("\n", from, to);
      return;
    case "footnoteReference":
      return;
    default:
      builder.mask(from, to);
  }
}

function words(value: string, from: number, to: number, builder: ProseBuilder, walk: Walk): void {
  const skipped = walk.skip.some(([start, end]) => start < to && end > from);
  if (!skipped) {
    addText(builder, value, walk.source, from, to);
    return;
  }
  const whole = new ProseBuilder();
  addText(whole, value, walk.source, from, to);
  whole.copyOutside(walk.skip, builder);
}

/** A node's range in the source. Parsed nodes always have one. */
export function span(node: Node): Range {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
}
