import type { Table, TableRow } from "../document/block.ts";
import { dateAt } from "../moments/dateWords.ts";
import { epochWords } from "../moments/epochWords.ts";
import { momentAt } from "../moments/momentWords.ts";
import { zoneAt, zoneWithin } from "../moments/zoneWords.ts";

/** Which column of a table holds what; -1 where there is none. */
export interface Columns {
  time: number;
  end: number;
  date: number;
  zone: number;
  actor: number;
  event: number;
}

const words = (cell: string): string =>
  cell
    .toLowerCase()
    .replace(/[*_`]/g, "")
    .replace(/\([^)]*\)/g, " ")
    .replace(/[^a-z ]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();

const zoneOnly = (cell: string): boolean => {
  const found = zoneAt(cell.replace(/[*_`]/g, "").trim(), 0);
  return found !== null && found.end === cell.replace(/[*_`]/g, "").trim().length;
};

const isTime = (cell: string): boolean =>
  zoneOnly(cell) ||
  /^(?:(?:start|event|local|utc|clock|approx|approximate|begin|incident)? ?(?:time|times|timestamp|timestamps|hour|hh mm|datetime)(?: (?:stamp|utc|gmt|local|start|of event|of day|pst|pdt|et|pt|est|edt|cet|cest|bst))?|when|at|start|from|started|begin|time date|date time|date and time|date hour|moment|clock)$/.test(
    words(cell),
  ) ||
  /^time\b/.test(words(cell));
const isEnd = (cell: string): boolean => /^(?:end|to|until|end time|ended|stop|finish)$/.test(words(cell));
const isDate = (cell: string): boolean => /^(?:date|day|dates|event date|datum)$/.test(words(cell));
const isActor = (cell: string): boolean =>
  /^(?:who|by|actor|person|people|owner|author|source|responder|user|name|team|operator|reporter|participant|participants|responsible)$/.test(
    words(cell),
  );
const isEvent = (cell: string): boolean =>
  /^(?:events?|descriptions?|what|what happened|details?|actions?(?: taken)?|notes?|activity|activities|comments?|happening|entry|message|information|item|event description|step|observation|occurrence|development|status|summary|update)\b/.test(
    words(cell),
  );

/** True for a header row that announces a timeline. */
export function isTimelineHeader(header: TableRow): boolean {
  const at = header.cells.findIndex((cell) => isTime(cell) || isDate(cell));
  return (
    at >= 0 &&
    at <= 1 &&
    header.cells.length > 1 &&
    !/(?:ticket|owner|due|priority|severity|assignee|deadline)/i.test(header.cells.join(" "))
  );
}

/** Assigns the columns by their headings, and by what the cells hold where those say nothing. */
export function columnsOf(table: Table): Columns {
  const header = table.header?.cells ?? [];
  const width = Math.max(header.length, ...table.rows.slice(0, 50).map((row) => row.cells.length), 0);
  const find = (test: (cell: string) => boolean): number =>
    header.findIndex((cell) => cell !== "" && test(cell));
  const columns: Columns = {
    time: find(isTime),
    end: find(isEnd),
    date: dateColumn(table, header),
    zone: find((cell) => /^(?:time ?)?zone$|^tz$/.test(words(cell))),
    actor: find(isActor),
    event: find(isEvent),
  };
  if (columns.time < 0) columns.time = byContent(table, width, columns);
  if (columns.time === columns.date) columns.date = -1;
  if (columns.date < 0) columns.date = dateBeside(table, columns.time);
  if (columns.event < 0 || columns.event === columns.time)
    columns.event = longestColumn(table, width, columns);
  return columns;
}

/** Of several columns that could be the date ("Day | Date (2021)") the one whose cells are dates. */
function dateColumn(table: Table, header: readonly string[]): number {
  const named = header.flatMap((cell, column) => (cell !== "" && isDate(cell) ? [column] : []));
  return (
    named.find(
      (column) =>
        share(table, column, (cell) => dateAt(cell, 0) !== null && !/^[A-Za-z]+\.?$/.test(cell)) >= 0.5,
    ) ??
    named[0] ??
    -1
  );
}

function share(table: Table, column: number, test: (cell: string) => boolean): number {
  const filled = table.rows
    .slice(0, 200)
    .map((row) => row.cells[column] ?? "")
    .filter((cell) => cell !== "");
  return filled.length === 0 ? 0 : filled.filter(test).length / filled.length;
}

function byContent(table: Table, width: number, columns: Columns): number {
  const tests = [
    (cell: string): boolean => Boolean(momentAt(cell)?.time) || epochWords(cell) !== null,
    (cell: string): boolean => momentAt(cell)?.date != null,
  ];
  for (const test of columns.date >= 0 ? tests.slice(0, 1) : tests) {
    for (let column = 0; column < Math.min(width, 4); column += 1)
      if (share(table, column, test) >= 0.5) return column;
  }
  return columns.date;
}

/** A date column without a heading that says so: next to the time, all dates. */
function dateBeside(table: Table, time: number): number {
  for (const column of [time - 1, time + 1]) {
    if (column < 0) continue;
    if (
      share(
        table,
        column,
        (cell) =>
          dateAt(cell.replace(/^[*_`\s]+/, ""), 0)?.end ===
          cell.replace(/^[*_`\s]+/, "").replace(/[*_`\s]+$/, "").length,
      ) >= 0.6
    )
      return column;
  }
  return -1;
}

function longestColumn(table: Table, width: number, columns: Columns): number {
  const taken = new Set([columns.time, columns.end, columns.date, columns.zone, columns.actor]);
  let best = -1;
  let most = -1;
  for (let column = 0; column < width; column += 1) {
    if (taken.has(column)) continue;
    const length = table.rows.slice(0, 200).reduce((sum, row) => sum + (row.cells[column]?.length ?? 0), 0);
    if (length > most) [best, most] = [column, length];
  }
  return best;
}

/** The zone in a column heading: `Time (UTC)`, `UTC`, `Time PST`. */
export const zoneOfHeading = (cell: string | undefined): ReturnType<typeof zoneWithin> =>
  zoneWithin((cell ?? "").replace(/[*_`]/g, ""));
