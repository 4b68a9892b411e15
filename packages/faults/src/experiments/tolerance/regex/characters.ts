import type { Source } from "./source.ts";

/** How characters become JavaScript: `d`, `w`, `s` are the insides of classes. */
export interface Writing extends Sets {
  /** Write every character with its other case. Node 24 lets the i of (?i:…) leak into what follows, so that is not used. */
  readonly bothCases: boolean;
}

/** What Python calls digits, word characters and white space in text: by Unicode, or within ASCII. */
export interface Sets {
  readonly d: string;
  readonly w: string;
  readonly s: string;
}

export const unicodeSets: Sets = {
  d: "\\p{Nd}",
  w: "\\p{L}\\p{N}_",
  s: "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000",
};

export const asciiSets: Sets = { d: "0-9", w: "a-zA-Z0-9_", s: "\\t-\\r\\x20" };

/** One character for a RegExp with flag v, inside and outside of classes. */
function literal(text: string): string {
  if (/^[A-Za-z0-9]$/.test(text)) return text;
  return `\\u{${(text.codePointAt(0) ?? 0).toString(16)}}`;
}

/** The character, or a class of it and its other case. */
export function writeCharacter(text: string, { bothCases }: Writing): string {
  const variants = bothCases ? caseVariants(text) : [text];
  return variants.length === 1 ? literal(text) : `[${variants.map(literal).join("")}]`;
}

function caseVariants(text: string): string[] {
  const all = new Set([text, text.toLowerCase(), text.toUpperCase()]);
  return [...all].filter((variant) => Array.from(variant).length === 1);
}

/** Ranges wider than this are scripts that have no cases worth asking for one by one. */
const widestCasedRange = 2000;

function range(low: string, high: string, { bothCases }: Writing): string {
  const [first, last] = [low.codePointAt(0) ?? 0, high.codePointAt(0) ?? 0];
  const plain = `${literal(low)}-${literal(high)}`;
  if (!bothCases || last - first > widestCasedRange) return plain;
  const codes = Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
  return plain + codes.flatMap(caseVariants).map(literal).join("");
}

const simple: Readonly<Record<string, string>> = {
  a: "\u0007",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

/** The character that an escape stands for; the backslash and the letter are taken already. Null when it stands for none. */
export function escapedCharacter(letter: string, source: Source): string | null {
  const known = simple[letter];
  if (known !== undefined) return known;
  switch (letter) {
    case "x":
      return fromHex(source, 2);
    case "u":
      return fromHex(source, 4);
    case "U":
      return fromHex(source, 8);
    case "N":
      throw source.untranslatable("a character by its name (\\N{…})");
    case "":
      throw source.invalid("a backslash stands at the end");
    default:
      if (/[A-Za-z0-9]/.test(letter)) return null;
      return letter;
  }
}

function fromHex(source: Source, length: number): string {
  const digits = source.takeWhile(/[0-9a-fA-F]/, length);
  const code = Number.parseInt(digits, 16);
  if (digits.length !== length || code > 0x10ffff)
    throw source.invalid(`${length} hexadecimal digits are needed`);
  return String.fromCodePoint(code);
}

/** Up to three octal digits, at most 0o377. */
export function fromOctal(digits: string, source: Source): string {
  const code = Number.parseInt(digits, 8);
  if (code > 0o377) throw source.invalid("an octal escape is at most \\377");
  return String.fromCharCode(code);
}

/** A class in brackets; the opening one is taken already. */
export function readClass(source: Source, writing: Writing): string {
  const negated = source.take("^");
  const members: string[] = [];
  for (let first = true; ; first = false) {
    if (source.done) throw source.invalid("a class in brackets does not end");
    if (!first && source.take("]")) break;
    members.push(readMember(source, writing));
  }
  return `[${negated ? "^" : ""}${members.join("")}]`;
}

/** A set such as \d, or a character, which may begin a range. */
function readMember(source: Source, writing: Writing): string {
  const low = readClassItem(source, writing);
  if (source.peek() !== "-" || source.peek(1) === "]")
    return typeof low === "string" ? low : writeCharacter(low.character, writing);
  source.next();
  if (source.done) throw source.invalid("a class in brackets does not end");
  const high = readClassItem(source, writing);
  if (typeof low === "string" || typeof high === "string")
    throw source.invalid("a range needs a character at both ends");
  if ((low.character.codePointAt(0) ?? 0) > (high.character.codePointAt(0) ?? 0))
    throw source.invalid("a range of characters runs backwards");
  return range(low.character, high.character, writing);
}

function readClassItem(source: Source, writing: Writing): string | { readonly character: string } {
  const first = source.next();
  if (first !== "\\") return { character: first };
  const letter = source.next();
  const set = setOf(letter, writing);
  if (set !== null) return set;
  if (letter === "b") return { character: "\b" };
  if (/[0-7]/.test(letter)) return { character: fromOctal(letter + source.takeWhile(/[0-7]/, 2), source) };
  const escaped = escapedCharacter(letter, source);
  if (escaped === null) throw source.invalid(`\\${letter} means nothing in a class`);
  return { character: escaped };
}

/** \d, \w, \s and their opposites, as a class of their own. */
export function setOf(letter: string, writing: Writing): string | null {
  switch (letter) {
    case "d":
    case "w":
    case "s":
      return `[${writing[letter]}]`;
    case "D":
    case "W":
    case "S":
      return `[^${writing[letter === "D" ? "d" : letter === "W" ? "w" : "s"]}]`;
    default:
      return null;
  }
}
