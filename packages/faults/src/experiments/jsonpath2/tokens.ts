import { PathFailed } from "./failure.ts";

export type TokenKind = "name" | "string" | "number" | "symbol" | "word" | "end";

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** Counted from 0. */
  readonly at: number;
}

const words = new Set(["and", "or", "not", "true", "false", "null"]);
// Longest first, as ANTLR chooses; strings hold JSON escapes and no control characters.
const forms: readonly (readonly [TokenKind | "blank", RegExp])[] = [
  ["blank", /[ \t\n\r]+/y],
  ["name", /[_A-Za-z][_A-Za-z0-9]*/y],
  ["number", /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[Ee][+-]?(?:0|[1-9][0-9]*))?/y],
  // oxlint-disable-next-line no-control-regex -- the grammar excludes control characters
  ["string", /"(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})|[^"\\\u0000-\u001f])*"/y],
  ["symbol", /\.\.|>=|<=|!=|[@$.*=<>{}[\]:,()?]/y],
];

/** The words of a path, with an end token behind the last one. @throws PathFailed */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const [kind, found] = tokenAt(text, at);
    if (kind === "name" && words.has(found)) tokens.push({ kind: "word", text: found, at });
    else if (kind !== "blank") tokens.push({ kind, text: found, at });
    at += found.length;
  }
  tokens.push({ kind: "end", text: "", at });
  return tokens;
}

function tokenAt(text: string, at: number): readonly [TokenKind | "blank", string] {
  for (const [kind, form] of forms) {
    form.lastIndex = at;
    const found = form.exec(text)?.[0];
    if (found !== undefined) return [kind, found];
  }
  throw new PathFailed(
    `The path ${text} has something unknown at character ${at + 1}: ${text.slice(at, at + 10)}.`,
  );
}
