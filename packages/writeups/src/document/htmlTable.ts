import type { Table, TableRow } from "./block.ts";

/** A table pasted as HTML is given up when it is longer than this many lines; the text stays in the narrative. */
const longest = 5_000;

const words = (html: string): string =>
  html
    .replace(/<br\s*\/?>/gi, " ")
    .replace(/<[^<>]*>/g, "")
    .replaceAll("&nbsp;", " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ")
    .trim();

/** Reads `<table>…</table>` from the line at index `at` to that at `end`; null where it is not closed (`end` below 0). */
export function tableOfHtml(lines: readonly string[], at: number, end: number): Table | null {
  if (end < 0 || end - at > longest) return null;
  const table: Table = { kind: "table", header: null, rows: [], line: at + 1, endLine: end + 1 };
  let row: { html: string; line: number } | null = null;
  for (let index = at; index <= end; index += 1) {
    for (const piece of (lines[index] ?? "").split(/(?=<tr[\s>])/i)) {
      if (/^<tr[\s>]/i.test(piece)) {
        if (row) finish(table, row, index);
        row = { html: piece, line: index + 1 };
      } else if (row) row.html += ` ${piece}`;
    }
  }
  if (row) finish(table, row, end + 1);
  return table;
}

function finish(table: Table, open: { html: string; line: number }, endLine: number): void {
  const cells = open.html
    .split(/<t[dh](?:\s[^<>]*)?>/i)
    .slice(1)
    .map(words);
  const row: TableRow = { cells, line: open.line, endLine };
  if (table.header === null && table.rows.length === 0 && /<th[\s>]/i.test(open.html)) table.header = row;
  else if (cells.length > 0) table.rows.push(row);
}
