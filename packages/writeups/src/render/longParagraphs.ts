/**
 * The parser's time grows with the square of a paragraph's length (measured: 1.9 MB in one paragraph took 138 s).
 * Nobody writes such a paragraph; pasted logs are ones. A blank line after this many characters keeps it linear.
 */
const longest = 10_000;

const startsBlock = /^\s*(?:[-*+>|#]|\d+[.)])/;
const fence = /^\s{0,3}(?:```|~~~)/;

/** Puts a blank line into paragraphs longer than any prose, at the next line end. Shorter texts are returned unchanged. */
export function breakLongParagraphs(markdown: string): string {
  if (markdown.length <= longest) return markdown;
  const out: string[] = [];
  let run = 0;
  let inCode = false;
  for (const line of markdown.split("\n")) {
    if (fence.test(line)) inCode = !inCode;
    if (inCode || line.trim() === "" || startsBlock.test(line)) run = 0;
    else run += line.length + 1;
    if (run > longest) {
      out.push("");
      run = line.length + 1;
    }
    out.push(line.length > longest && !inCode ? chop(line) : line);
  }
  return out.join("\n");
}

/** A single line longer than that is broken at a blank, or where it must be. */
function chop(line: string): string {
  const pieces: string[] = [];
  for (let at = 0; at < line.length;) {
    const blank = line.lastIndexOf(" ", at + longest);
    const end = at + longest >= line.length ? line.length : blank > at ? blank + 1 : at + longest;
    pieces.push(line.slice(at, end));
    at = end;
  }
  return pieces.join("\n\n");
}
