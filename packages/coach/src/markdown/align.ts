import type { ProseBuilder } from "./prose.ts";

const entity = /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/iu;
const lineStart = /^[ \t]*(?:>[ \t]?)*[ \t]*/u;

/**
 * Adds the value of a text node to a block, unit by unit with its place in the source. The two differ where the
 * Markdown holds escapes, character references, or the indentation of a continued line.
 */
export function addText(
  builder: ProseBuilder,
  value: string,
  source: string,
  from: number,
  to: number,
): void {
  let at = from;
  for (let index = 0; index < value.length; index += 1) {
    const unit = value[index] ?? "";
    if (unit === "\n") {
      const start = at;
      while (at < to && source[at] !== "\n" && source[at] !== "\r") at += 1;
      if (source[at] === "\r" && source[at + 1] === "\n") at += 1;
      at = Math.min(at + 1, to);
      builder.add(" ", start, at);
      at += lineStart.exec(source.slice(at, to))?.[0].length ?? 0;
      continue;
    }
    if (source[at] === "\\" && source[at + 1] === unit) {
      builder.add(plain(unit), at + 1, at + 2);
      at += 2;
      continue;
    }
    const reference =
      source[at] === "&" ? entity.exec(source.slice(at, Math.min(to, at + 40)))?.[0] : undefined;
    if (reference !== undefined && !value.startsWith(reference, index)) {
      const end = at + reference.length;
      builder.add(plain(unit), at, end);
      const second = value.codePointAt(index) ?? 0;
      if (second > 0xffff) {
        index += 1;
        builder.add(value[index] ?? "", at, end);
      }
      at = end;
      continue;
    }
    builder.add(plain(unit), Math.min(at, to), Math.min(at + 1, to));
    at += 1;
  }
}

/** Typographic variants the rules need not know about. One unit in, one unit out. */
function plain(unit: string): string {
  switch (unit) {
    case "\u2019":
    case "\u02BC":
    case "\u00B4":
    case "`":
      return "'";
    case "\u00A0":
    case "\t":
    case "\u202F":
      return " ";
    default:
      return unit;
  }
}
