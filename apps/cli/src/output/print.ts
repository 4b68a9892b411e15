/** Answers go to standard output, as JSON when asked; everything said beside them goes to standard error. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

export function printLine(line = ""): void {
  process.stdout.write(`${line}\n`);
}

export function printNote(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Columns aligned by their longest value; the last one is not padded. */
export function printTable(rows: readonly (readonly string[])[]): void {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, index) => (widths[index] = Math.max(widths[index] ?? 0, cell.length)));
  for (const row of rows) {
    printLine(
      row
        .map((cell, index) => (index === row.length - 1 ? cell : cell.padEnd(widths[index] ?? 0)))
        .join("  ")
        .trimEnd(),
    );
  }
}

/** Progress of long work: one line that is rewritten in a terminal, and silence elsewhere. */
export function showProgress(done: number, total: number, what: string): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\r\u001b[K${what} ${done} of ${total}${done === total ? "\n" : ""}`);
}
