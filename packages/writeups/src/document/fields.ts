import type { Block } from "./block.ts";
import type { Section } from "./section.ts";
import type { SectionKind } from "./sectionKind.ts";
import { momentAt } from "../moments/momentWords.ts";
import { dateAbove } from "../timeline/headingContext.ts";
import type { NearDate } from "../timeline/rawRow.ts";

/** `**Severity:** Major`, `- Date: …`, `| Severity | Major |` or `## Date: …`: a label with its value. */
export interface Field {
  /** Lower case words of the label. */
  label: string;
  value: string;
  line: number;
  /** The nearest date in the headings it stands under. */
  above: NearDate | null;
  /** What the section it stands in is about. */
  part: SectionKind;
}

/** A field before it is known where it stands. */
type Labelled = Pick<Field, "label" | "value" | "line">;

const labelled =
  /^(?:[-*+]\s+)?(?:(\*\*|__)\s*([^:*_|\n]{2,45}?)\s*(?::\s*\1|\1\s*:|\1(?=\s))|([A-Z][A-Za-z][A-Za-z /()'-]{0,40}?)\s*:(?=\s|$))\s*(.*)$/;

const clean = (label: string): string =>
  label
    .toLowerCase()
    .replace(/\([^)]*\)/g, "")
    .replace(/[^a-z ]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();

function fieldOf(text: string, line: number): Labelled | null {
  const found = labelled.exec(text);
  const label = clean(found?.[2] ?? found?.[3] ?? "");
  return label === "" ? dated(text, line) : { label, value: (found?.[4] ?? "").trim(), line };
}

/** `First detected 2025-08-07 15:51`: a label without its colon, with a whole moment up to the end of the line. */
function dated(text: string, line: number): Labelled | null {
  const found = /^(?:[-*+]\s+)?([A-Z][a-z]+(?: [a-z]+){0,3}) (?=\d)(.{8,40})$/.exec(text);
  const value = found?.[2] ?? "";
  const moment = momentAt(value);
  return found?.[1] && moment?.date && moment.time && moment.to === value.trimEnd().length
    ? { label: clean(found[1]), value, line }
    : null;
}

function fieldsOfBlock(block: Block): Labelled[] {
  switch (block.kind) {
    case "heading": {
      const found = /^([^:]{2,40}):\s+(\S.*)$/.exec(block.text);
      return found ? [{ label: clean(found[1] ?? ""), value: found[2] ?? "", line: block.line }] : [];
    }
    case "paragraph":
      return block.text.split("\n").flatMap((text, index) => fieldOf(text, block.line + index) ?? []);
    case "item": {
      const field = fieldOf(block.text.split("\n")[0] ?? "", block.line);
      return field ? [field] : [];
    }
    case "table": {
      const rows = block.header ? [block.header, ...block.rows] : block.rows;
      if (rows.length > 40 || rows.some((row) => row.cells.length !== 2)) return [];
      return rows.map((row) => ({
        label: clean(row.cells[0] ?? ""),
        value: row.cells[1] ?? "",
        line: row.line,
      }));
    }
    case "quote":
      return block.text.split("\n").flatMap((text, index) => fieldOf(text, block.line + index) ?? []);
    case "code":
    case "html":
    case "rule":
      return [];
  }
}

/** `**Affected services:**` with its values as a list below. */
function withListBelow(fields: Labelled[], below: readonly Block[]): Labelled[] {
  const last = fields.at(-1);
  if (!last || last.value !== "") return fields;
  const end = below.findIndex((block) => block.kind !== "item");
  const items = below.slice(0, end < 0 ? below.length : end);
  const texts = items.flatMap((block) =>
    block.kind === "item" && block.text.length <= 60 ? [block.text] : [],
  );
  if (texts.length === 0 || texts.length < items.length || texts.some((text) => /[:;,]/.test(text)))
    return fields;
  return [...fields.slice(0, -1), { ...last, value: texts.join(", ") }];
}

/** All labelled values, in the order of the document. A section whose heading is a bare label gives its first text as the value. */
export function fieldsOf(sections: readonly Section[]): Field[] {
  return sections.flatMap((section) => {
    const fields = section.blocks.flatMap((block, index) =>
      block.kind === "paragraph"
        ? withListBelow(fieldsOfBlock(block), section.blocks.slice(index + 1, index + 12))
        : fieldsOfBlock(block),
    );
    if (section.level === 0) return fields.map((field) => ({ ...field, above: null, part: section.kind }));
    const titled = fieldsOfBlock({
      kind: "heading",
      level: section.level,
      text: section.heading,
      line: section.line,
      endLine: section.line,
    });
    const first = section.blocks[0];
    const short = first?.kind === "paragraph" && first.text.length < 200 ? first.text : null;
    if (titled.length === 0 && short !== null)
      titled.push({
        label: clean(section.heading),
        value: short,
        line: first?.line ?? section.line,
      });
    else if (titled.length === 0 && first?.kind === "item") {
      const [listed] = withListBelow(
        [{ label: clean(section.heading), value: "", line: section.line }],
        section.blocks.slice(0, 12),
      );
      if (listed && listed.value !== "") titled.push(listed);
    }
    const above = dateAbove(section);
    return [...titled, ...fields].map((field) => ({ ...field, above, part: section.kind }));
  });
}

/** The first field with a value whose label matches. */
export function fieldNamed(fields: readonly Field[], label: RegExp): Field | null {
  return fields.find((field) => field.value !== "" && label.test(field.label)) ?? null;
}
