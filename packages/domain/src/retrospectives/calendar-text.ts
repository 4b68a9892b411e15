/** Content lines of RFC 5545: escaping (3.3.11), parameters (3.2) and folding (3.1). */
const octets = new TextEncoder();
/** A line is at most 75 octets without its line break. */
const longestLine = 75;

// Control characters other than line feed and tab have no place in a calendar (RFC 5545, 3.1).
// oxlint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000B-\u001F\u007F]/g;

/** A TEXT value. */
export function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(controls, "")
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replaceAll("\n", "\\n");
}

/** A quoted parameter value; a double quote cannot be written there. */
export function quoteParameter(text: string): string {
  return `"${oneLine(text).replaceAll('"', "'")}"`;
}

/** A value that is written as it is: an address. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\r\n\t]+/g, " ")
    .replace(controls, "")
    .trim();
}

/** Folds one content line; characters are never split. */
export function foldLine(line: string): string {
  const folded: string[] = [];
  let current = "";
  let size = 0;
  for (const character of line) {
    const added = octets.encode(character).length;
    if (size + added > longestLine) {
      folded.push(current);
      current = " ";
      size = 1;
    }
    current += character;
    size += added;
  }
  folded.push(current);
  return folded.join("\r\n");
}
