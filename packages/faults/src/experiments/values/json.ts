import { float, integer, type Value } from "./value.ts";

/** Text that is not JSON, or is deeper than allowed. */
export class JsonFailed extends Error {
  override readonly name = "JsonFailed";
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;

  constructor(message: string, text: string, at: number) {
    const before = text.slice(0, at);
    const line = before.split("\n").length;
    const column = at - before.lastIndexOf("\n");
    super(`${message} (line ${line}, column ${column})`);
    this.line = line;
    this.column = column;
  }
}

export interface JsonOptions {
  /** Levels of lists and mappings; 500 unless said. */
  readonly maxDepth?: number;
  /** Hears of every key that stands twice in one mapping; the last value counts. */
  readonly onDuplicate?: (key: string, line: number) => void;
}

/**
 * Reads JSON as Python's json module does: whole numbers of any size, 1.0 stays a float, NaN and Infinity are numbers, and of several
 * values under one key the last one counts. JSON.parse keeps none of these apart. @throws JsonFailed
 */
export function parseJson(text: string, options: JsonOptions = {}): Value {
  const reader = new JsonReader(text, options);
  return reader.document();
}

const number = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/y;
const blank = /[ \t\n\r]*/y;
// oxlint-disable-next-line no-control-regex -- JSON forbids control characters in strings
const plain = /[^"\\\u0000-\u001f]*/y;
const words: readonly (readonly [string, Value])[] = [
  ["null", null],
  ["true", true],
  ["false", false],
  ["NaN", float(Number.NaN)],
  ["Infinity", float(Infinity)],
  ["-Infinity", float(-Infinity)],
];
const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

class JsonReader {
  readonly #text: string;
  readonly #maxDepth: number;
  readonly #onDuplicate: JsonOptions["onDuplicate"];
  #at = 0;

  constructor(text: string, options: JsonOptions) {
    this.#text = text;
    this.#maxDepth = options.maxDepth ?? 500;
    this.#onDuplicate = options.onDuplicate;
  }

  document(): Value {
    this.#skip();
    const value = this.#value(0);
    this.#skip();
    if (this.#at < this.#text.length) throw this.#failure("There is more text after the end of the JSON");
    return value;
  }

  #value(depth: number): Value {
    if (depth > this.#maxDepth) throw this.#failure(`It is nested deeper than ${this.#maxDepth} levels`);
    const first = this.#text[this.#at];
    if (first === '"') return this.#string();
    if (first === "{") return this.#mapping(depth);
    if (first === "[") return this.#list(depth);
    const word = words.find(([name]) => this.#text.startsWith(name, this.#at));
    if (word !== undefined) {
      this.#at += word[0].length;
      return word[1];
    }
    return this.#number();
  }

  #number(): Value {
    number.lastIndex = this.#at;
    const match = number.exec(this.#text);
    if (match === null) throw this.#failure("A value is missing here");
    this.#at = number.lastIndex;
    const whole = match[1] === undefined && match[2] === undefined;
    return whole ? integer(BigInt(match[0])) : float(Number(match[0]));
  }

  #list(depth: number): Value {
    const items: Value[] = [];
    this.#at += 1;
    this.#skip();
    if (this.#take("]")) return items;
    for (;;) {
      items.push(this.#value(depth + 1));
      this.#skip();
      if (this.#take("]")) return items;
      if (!this.#take(",")) throw this.#failure('A "," or "]" is missing here');
      this.#skip();
    }
  }

  #mapping(depth: number): Value {
    const pairs = new Map<string, Value>();
    this.#at += 1;
    this.#skip();
    if (this.#take("}")) return {};
    for (;;) {
      if (this.#text[this.#at] !== '"') throw this.#failure("A key in double quotes is missing here");
      const line = this.#at;
      const key = this.#string();
      this.#skip();
      if (!this.#take(":")) throw this.#failure('A ":" is missing here');
      this.#skip();
      if (pairs.has(key)) this.#onDuplicate?.(key, this.#text.slice(0, line).split("\n").length);
      pairs.set(key, this.#value(depth + 1));
      this.#skip();
      if (this.#take("}")) return Object.fromEntries(pairs);
      if (!this.#take(",")) throw this.#failure('A "," or "}" is missing here');
      this.#skip();
    }
  }

  #string(): string {
    let result = "";
    this.#at += 1;
    for (;;) {
      plain.lastIndex = this.#at;
      result += plain.exec(this.#text)?.[0] ?? "";
      this.#at = plain.lastIndex;
      if (this.#take('"')) return result;
      if (!this.#take("\\")) throw this.#failure("The string does not end, or holds a control character");
      result += this.#escaped();
    }
  }

  #escaped(): string {
    const letter = this.#text[this.#at] ?? "";
    const simple = escapes[letter];
    if (simple !== undefined) {
      this.#at += 1;
      return simple;
    }
    const code = /^u([0-9a-fA-F]{4})/.exec(this.#text.slice(this.#at, this.#at + 5))?.[1];
    if (code === undefined) throw this.#failure("This escape is unknown");
    this.#at += 5;
    return String.fromCharCode(Number.parseInt(code, 16));
  }

  #skip(): void {
    blank.lastIndex = this.#at;
    blank.exec(this.#text);
    this.#at = blank.lastIndex;
  }

  #take(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }

  #failure(message: string): JsonFailed {
    return new JsonFailed(message, this.#text, this.#at);
  }
}

/** The value as JSON text, whole numbers of any size included. Python's nan and inf become null: no other reader would take them. */
export function writeJson(value: unknown, indent?: number): string {
  return JSON.stringify(
    value,
    (_key, item: unknown) => {
      if (typeof item === "bigint") return JSON.rawJSON(String(item));
      return item instanceof Uint8Array ? new TextDecoder().decode(item) : item;
    },
    indent,
  );
}
