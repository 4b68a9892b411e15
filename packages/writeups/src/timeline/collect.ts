import type { Block, Item, Table } from "../document/block.ts";
import type { Section } from "../document/section.ts";
import { epochWords } from "../moments/epochWords.ts";
import { momentAt } from "../moments/momentWords.ts";
import { isTimelineHeader } from "./columns.ts";
import { gather } from "./gather.ts";
import type { NearDate, RawRow } from "./rawRow.ts";
import { wholeDate } from "./tableRows.ts";

/**
 * The rows of a document: from sections named as timelines; where there are none, from tables with a time column and
 * lists whose items begin with times; where there are none either, from paragraphs that begin with a time of day.
 */
export function collectRows(sections: readonly Section[]): RawRow[] {
  const named = namedRows(sections.filter((section) => section.kind === "timeline"));
  if (named.length > 0) return named;
  // A list of times under "Tasks" tells what was done when; one that is named as actions holds dates of actions.
  const shaped = sections.filter((section) => section.own !== "actions").flatMap(rowsByShape);
  if (shaped.length > 0) return shaped;
  return sections.filter((section) => section.kind !== "actions").flatMap(proseRows);
}

/** A heading that is only a date holds for the headings of the same level after it: `#### May 4`, `#### 10:00`. */
function namedRows(sections: readonly Section[]): RawRow[] {
  let day: { date: NearDate; level: number } | null = null;
  return sections.flatMap((section) => {
    const date = section.level > 1 ? wholeDate(section.heading, section.line) : null;
    if (date && section.blocks.length === 0) day = { date, level: section.level };
    return gather(section, day?.level === section.level ? day.date : null);
  });
}

function rowsByShape(section: Section): RawRow[] {
  const rows: RawRow[] = [];
  let list: Item[] = [];
  const flush = (): void => {
    if (isTimed(list)) rows.push(...gather({ ...section, heading: headingFor(section), blocks: list }));
    list = [];
  };
  for (const block of section.blocks) {
    if (block.kind === "item") list.push(block);
    else if (block.kind !== "html" && block.kind !== "code") flush();
    if (block.kind === "table" && isTimedTable(block)) rows.push(...gather({ ...section, blocks: [block] }));
  }
  flush();
  return rows.length > 0 ? rows : linesOfTimes(section);
}

const headingFor = (section: Section): string => (momentAt(section.heading)?.time ? "" : section.heading);

function isTimed(list: readonly Item[]): boolean {
  const outer = list.filter((item) => item.depth === 0);
  const timed = outer.filter((item) => momentAt(item.text)?.time).length;
  const nested = list.filter((item) => momentAt(item.text)?.time).length;
  return (timed >= 2 && timed >= outer.length * 0.6) || nested >= Math.max(3, list.length * 0.6);
}

function isTimedTable(table: Table): boolean {
  return (
    table.header !== null &&
    isTimelineHeader(table.header) &&
    table.rows.some((row) =>
      row.cells.slice(0, 3).some((cell) => momentAt(cell)?.time || epochWords(cell) !== null),
    )
  );
}

/** Paragraphs and headings that each begin with a time: `16:58 – …` line after line, `### 16:58 UTC …`. */
function linesOfTimes(section: Section): RawRow[] {
  const lines = section.blocks.flatMap((block) => (block.kind === "paragraph" ? block.text.split("\n") : []));
  const timed = lines.filter((line) => leadsWithTime(line)).length;
  return timed >= 2 || (momentAt(section.heading)?.time && section.level > 1) ? gather(section) : [];
}

/** A clock time, not a sentence that begins with "At 4:11 AM …". */
const leadsWithTime = (line: string): boolean =>
  /^[\s*_`[(]*[\d~]/.test(line) && momentAt(line)?.time !== null && momentAt(line) !== null;

function proseRows(section: Section): RawRow[] {
  return section.blocks.flatMap((block: Block): RawRow[] => {
    if (block.kind !== "paragraph" || !/^(?:\D{0,30})\d/.test(block.text)) return [];
    const words = momentAt(block.text);
    if (words === null || words.time === null) return [];
    return [
      {
        words,
        beside: null,
        above: null,
        zone: null,
        text: block.text,
        detail: "",
        actor: "",
        line: block.line,
        endLine: block.endLine,
        part: section.heading,
        prose: true,
      },
    ];
  });
}
