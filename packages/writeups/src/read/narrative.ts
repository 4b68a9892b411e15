import type { Block } from "../document/block.ts";
import type { Section } from "../document/section.ts";
import { isTemplateRow } from "../timeline/templateRow.ts";
import type { TimelineRow } from "../proposal/proposal.ts";

/** Sections that became lists of their own. */
const taken = new Set(["actions", "attendees", "went-well", "confusing", "lucky"]);

const isTaken = (block: Block, section: Section, rows: ReadonlySet<number>): boolean => {
  if (block.kind === "table")
    return section.kind === "actions" || block.rows.some((row) => rows.has(row.line));
  if (block.kind === "item" && taken.has(section.kind)) return true;
  if (
    block.kind === "paragraph" &&
    taken.has(section.kind) &&
    section.kind !== "actions" &&
    section.kind !== "attendees"
  )
    return !section.blocks.some((each) => each.kind === "item");
  return rows.has(block.line);
};

/** The body without its title and without what was taken apart; headings left with nothing under them go too. */
export function narrativeOf(
  lines: readonly string[],
  range: { from: number; to: number },
  sections: readonly Section[],
  timeline: readonly TimelineRow[],
  titleLine: number | null,
): string {
  const rows = new Set<number>();
  for (const row of timeline) for (let line = row.line; line <= row.endLine; line += 1) rows.add(line);
  const dropped = new Set<number>();
  const keep = new Set<Section>();
  for (const section of sections) {
    const left = section.blocks.filter((block) => !isTaken(block, section, rows) && !leftover(block));
    const stays = new Set(left);
    for (const block of section.blocks)
      if (!stays.has(block) || block.kind === "rule") drop(dropped, block.line, block.endLine);
    if (left.some((block) => block.kind !== "rule" && block.kind !== "html"))
      for (let at: Section | null = section; at && !keep.has(at); at = at.above) keep.add(at);
  }
  const underlined = new Set<number>();
  for (const section of sections) {
    if (section.level === 0 || (keep.has(section) && section.line !== titleLine)) continue;
    dropped.add(section.line);
    if (/^\s*(?:=+|-{2,})\s*$/.test(lines[section.line] ?? "")) underlined.add(section.line + 1);
  }
  const kept = lines.slice(range.from, range.to).filter((text, index) => {
    const line = range.from + index + 1;
    return !dropped.has(line) && !underlined.has(line) && !text.startsWith("<!-- morrow:1 ");
  });
  return kept
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** Instructions and blanks of a template. */
const leftover = (block: Block): boolean =>
  block.kind === "paragraph" && isTemplateRow(block.text, block.text) && block.text.length < 300;

function drop(lines: Set<number>, from: number, to: number): void {
  for (let line = from; line <= to; line += 1) lines.add(line);
}
