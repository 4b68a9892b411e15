import type { Table, TableRow } from "../document/block.ts";
import { dateAt } from "../moments/dateWords.ts";
import { epochWords } from "../moments/epochWords.ts";
import { momentAt, type MomentWords } from "../moments/momentWords.ts";
import { zoneAt } from "../moments/zoneWords.ts";
import { columnsOf, zoneOfHeading, type Columns } from "./columns.ts";
import type { NearDate, NearZone, RawRow } from "./rawRow.ts";
import { isPlaceholder, isTemplateRow } from "./templateRow.ts";
import { textAfter } from "./rowText.ts";

/** Rows of a table whose columns give times. `above` and `part` come from the headings it stands under. */
export function rowsOfTable(table: Table, above: NearDate | null, part: string): RawRow[] {
  const columns = columnsOf(table);
  if (columns.time < 0) return [];
  const words = zoneOfHeading(table.header?.cells[columns.time]);
  const zone: NearZone | null =
    words === null ? null : { words, from: "column", line: table.header?.line ?? table.line };
  let day = above;
  const rows: RawRow[] = [];
  for (const row of table.rows) {
    const banner = bannerDate(row);
    if (banner) day = banner;
    const made = banner ? null : rowOf(row, columns, zone, day, part, table);
    if (made) rows.push(made);
  }
  return rows;
}

/** A row with nothing but a date is a heading for the rows below it. */
function bannerDate(row: TableRow): NearDate | null {
  const filled = row.cells.filter((cell) => cell !== "");
  return filled.length === 1 ? wholeDate(filled[0] ?? "", row.line) : null;
}

/** A date that is the whole of a short text. */
export function wholeDate(text: string, line: number): NearDate | null {
  const bare = text.replace(/^[\s*_`([]+|[\s*_`)\]:.,]+$/g, "");
  const found = dateAt(bare, 0);
  return found !== null && found.end === bare.length ? { words: found.date, given: bare, line } : null;
}

function rowOf(
  row: TableRow,
  columns: Columns,
  zone: NearZone | null,
  above: NearDate | null,
  part: string,
  table: Table,
): RawRow | null {
  const cell = (column: number): string => (column < 0 ? "" : (row.cells[column] ?? ""));
  const time = cell(columns.time);
  const words = withEnd(withZone(epochWords(time) ?? momentAt(time), cell(columns.zone)), cell(columns.end));
  const left =
    words === null ? (isPlaceholder(time) ? "" : time) : textAfter(time, words.to).replace(/^\+$/, "");
  const text = [cell(columns.event), restOf(row, columns, table, left)]
    .filter((each) => each !== "")
    .join(" — ");
  if (isTemplateRow(time, text) || (words === null && text === "")) return null;
  const date = cell(columns.date);
  const beside = date === "" ? null : dateBesideOf(date, row.line);
  return {
    words,
    beside,
    above,
    zone,
    text,
    detail: "",
    actor: cell(columns.actor),
    line: row.line,
    endLine: row.endLine,
    part,
    prose: false,
  };
}

function dateBesideOf(cell: string, line: number): NearDate | null {
  const bare = cell.replace(/^[\s*_`([~]+/, "");
  const found = dateAt(bare, 0);
  return found === null ? null : { words: found.date, given: bare.slice(0, found.end), line };
}

function withZone(words: MomentWords | null, cell: string): MomentWords | null {
  const found = words === null || words.zone !== null || cell === "" ? null : zoneAt(cell, 0);
  return words !== null && found ? { ...words, zone: found.zone } : words;
}

function withEnd(words: MomentWords | null, cell: string): MomentWords | null {
  const end = words === null || words.end !== null || cell === "" ? null : momentAt(cell);
  return words !== null && end ? { ...words, end } : words;
}

/** Cells of columns without a role, with their heading, so that nothing written is lost. */
function restOf(row: TableRow, columns: Columns, table: Table, left: string): string {
  const taken = new Set([
    columns.time,
    columns.end,
    columns.date,
    columns.zone,
    columns.actor,
    columns.event,
  ]);
  const others = row.cells.flatMap((cell, column) => {
    if (taken.has(column) || isPlaceholder(cell) || /^[—–-]+$/.test(cell)) return [];
    const heading = table.header?.cells[column] ?? "";
    // A column of weekdays beside the dates adds nothing.
    if (/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?$/i.test(cell)) return [];
    // Further time columns repeat the first one in another zone.
    if (momentAt(cell)?.time && zoneOfHeading(heading) !== null) return [];
    return [heading === "" ? cell : `${heading}: ${cell}`];
  });
  return [left, ...others].filter((each) => each !== "").join(" — ");
}
