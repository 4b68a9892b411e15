/** One table row: its cells as Markdown and its 1-based lines. */
export interface TableRow {
  cells: string[];
  line: number;
  endLine: number;
}

interface Placed {
  /** 1-based first and last line in the file. */
  line: number;
  endLine: number;
}

export interface Heading extends Placed {
  kind: "heading";
  level: number;
  text: string;
}

export interface Item extends Placed {
  kind: "item";
  /** 0 for the outermost list. */
  depth: number;
  ordered: boolean;
  /** State of a check box, null without one. */
  checked: boolean | null;
  text: string;
  /** Paragraphs, code and images inside the item after its first paragraph. */
  detail: string;
}

export interface Table extends Placed {
  kind: "table";
  /** Null where the table has no delimiter row. */
  header: TableRow | null;
  rows: TableRow[];
}

export interface TextBlock extends Placed {
  kind: "paragraph" | "code" | "quote" | "html";
  /** Lines joined by `\n`; fences and quotation marks are taken off. */
  text: string;
}

interface Rule extends Placed {
  kind: "rule";
}

/** A block of Markdown with its place. Written for write-ups: it accepts what people mean, e.g. tables without end. */
export type Block = Heading | Item | Table | TextBlock | Rule;
