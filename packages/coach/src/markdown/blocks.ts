import type { Heading, ListItem, Node, Paragraph, PhrasingContent, RootContent, Table } from "mdast";
import { addText } from "./align.ts";
import type { Range } from "./chat.ts";
import type { Chunk } from "./chunks.ts";
import { type BlockKind, type Prose, ProseBuilder } from "./prose.ts";
import { maskQuotations } from "./quotes.ts";
import { isListName, type SectionKind, sectionOf, SectionTracker } from "./sections.ts";

/** Nobody writes lists or emphasis deeper than this; a text that does so is not read below. */
const deepest = 60;

/** Everything the walk needs to know. */
interface Walk {
  source: string;
  /** Where the chunk at hand begins: positions of its nodes count from there. */
  base: number;
  skip: readonly Range[];
  tracker: SectionTracker;
  blocks: Prose[];
  /** How deep the walk is inside lists and emphasis. */
  depth: number;
}

/** The prose blocks of a document in reading order, each with the section it stands in. */
export function proseBlocks(
  chunks: readonly Chunk[],
  source: string,
  skip: readonly Range[],
  section: SectionKind,
): Prose[] {
  const walk: Walk = { source, base: 0, skip, tracker: new SectionTracker(section), blocks: [], depth: 0 };
  for (const { base, nodes } of chunks) {
    walk.base = base;
    for (const node of nodes) visit(node, "paragraph", walk);
  }
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
      for (const child of node.children) listItem(child, walk);
      return;
    case "listItem":
      listItem(node, walk);
      return;
    case "footnoteDefinition":
      for (const child of node.children) visit(child, kind, walk);
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

/** An item that is only a label ("**Review actions**:") names the section of the list below it. */
function listItem(node: ListItem, walk: Walk): void {
  if (walk.depth >= deepest) return;
  walk.depth += 1;
  const [first, ...rest] = node.children;
  const before = walk.tracker.currentLabel;
  if (first?.type === "paragraph") {
    const prose = paragraph(first, "list-item", walk);
    const text = prose?.text.trim() ?? "";
    // In bold, but heading nothing: a point like any other.
    if (rest.length === 0 && prose?.kind === "heading" && sectionOf(text) === undefined)
      prose.kind = "list-item";
    if (rest.length > 0 && prose?.kind === "heading") walk.tracker.label(text);
    else if (isPrompt(text)) walk.tracker.prompt(text);
  } else if (first !== undefined) visit(first, "list-item", walk);
  for (const child of rest) visit(child, "list-item", walk);
  if (rest.length > 0 || walk.depth > 1) walk.tracker.restoreLabel(before);
  walk.depth -= 1;
}

/** "What lessons did you learn? We must test more": the question names the section of its own line. */
function answeredSection(text: string): SectionKind | undefined {
  const question = /^[^?.]{10,140}\?(?= \S)/u.exec(text)?.[0];
  const kind = question === undefined ? undefined : sectionOf(question);
  return kind === "actions" || kind === "lessons" ? kind : undefined;
}

/** "What lessons did you learn?": a question of a form, answered below it. */
function isPrompt(text: string): boolean {
  return text.length <= 160 && /(?:\?|\betc\.?\))[\W\uE000]*$/u.test(text);
}

function paragraph(node: Paragraph, kind: BlockKind, walk: Walk): Prose | undefined {
  const prose = build(node.children, kind, walk);
  if (prose === undefined) return undefined;
  const text = prose.text.trim();
  const bold = node.children.length === 1 && node.children[0]?.type === "strong";
  const isLabel =
    text.length <= 60 &&
    ((bold && !/[.!]$/u.test(text)) || (text.endsWith(":") && !/[.!?]/u.test(text)) || isListName(text));
  const isList = /^(?:start|stop|continue)(?: doing)?:\s/iu.test(text);
  if ((isLabel || isList) && kind === "paragraph") walk.tracker.label(text);
  const section = isLabel
    ? walk.tracker.current
    : isList
      ? sectionOf(text)
      : (leadingLabel(node, walk) ?? answeredSection(text));
  // "- Review changes sooner:" heads the points below it, and is still a point itself.
  const isPoint = kind === "list-item" && !bold && sectionOf(text) === undefined;
  const block: Prose = {
    ...prose,
    kind: isLabel && !isPoint ? "heading" : kind,
    section: section ?? prose.section,
  };
  walk.blocks.push(block);
  return block;
}

/** "**Action item:** Start earlier": the label in bold names the section of its own line. */
function leadingLabel(node: Paragraph, walk: Walk): SectionKind | undefined {
  const first = node.children[0];
  if ((first?.type !== "strong" && first?.type !== "emphasis") || node.children.length < 2) return undefined;
  const [from, to] = span(first, walk.base);
  const label = walk.source.slice(from, to).replaceAll(/[*_:]/gu, "").trim();
  return /^(?:action(?: item)?s?|follow[- ]?ups?|to-?do|lessons?(?: learned)?|(?:key )?takeaway|prevention|mitigation|recommendation)s?$/iu.test(
    label,
  )
    ? sectionOf(label)
    : undefined;
}

function table(node: Table, walk: Walk): void {
  for (const [index, row] of node.children.entries()) {
    let rowLabel: string | undefined;
    for (const cell of row.children) {
      const prose = build(cell.children, index === 0 ? "table-header" : "table-cell", walk);
      if (prose !== undefined) walk.blocks.push(rowLabel === undefined ? prose : { ...prose, rowLabel });
      rowLabel ??= prose?.text.trim() ?? "";
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
  const [from, to] = span(node, walk.base);
  switch (node.type) {
    case "text":
      words(node.value, from, to, builder, walk);
      return;
    case "emphasis":
    case "strong":
    case "delete":
      if (walk.depth >= deepest) return;
      walk.depth += 1;
      for (const child of node.children) inline(child, builder, walk);
      walk.depth -= 1;
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

/** A node's range in the source, given where its chunk begins. Parsed nodes always have one. */
export function span(node: Node, base: number): Range {
  return [base + (node.position?.start.offset ?? 0), base + (node.position?.end.offset ?? 0)];
}
