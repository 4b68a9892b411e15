/** True for `|---|:--:|` and its variants. */
export function isDelimiterRow(line: string): boolean {
  return line.includes("-") && line.includes("|") && /^[\s|:+-]+$/.test(line);
}

/** True for a line that belongs to a table by itself, closed or not. */
export function isPipeRow(line: string): boolean {
  return /^\s{0,3}\|/.test(line) && line.trim().length > 1;
}

/** Splits `| a | b` at unescaped pipes; the outer ones may be missing. */
export function cellsOf(line: string): string[] {
  const inner = line
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "");
  return inner.split(/(?<!\\)\|/).map((cell) => cell.replaceAll("\\|", "|").trim());
}
