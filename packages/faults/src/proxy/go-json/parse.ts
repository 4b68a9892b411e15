/**
 * JSON as Go's encoding/json reads it: the first value of the body counts, what follows is ignored, and errors are worded as Go words them.
 * Clients of Toxiproxy see these words in its answers, so JSON.parse would not do.
 */
export type JsonNode =
  | { readonly kind: "object"; readonly entries: readonly (readonly [key: string, value: JsonNode])[] }
  | { readonly kind: "array"; readonly items: readonly JsonNode[] }
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "number"; readonly literal: string }
  | { readonly kind: "bool"; readonly value: boolean }
  | { readonly kind: "null" };

/** A body that is not what it should be, in Go's words. */
export class GoJsonError extends Error {
  override readonly name = "GoJsonError";
}

/** Go's own limit. */
const deepest = 10_000;

/** @throws GoJsonError */
export function parseGoJson(body: Buffer): JsonNode {
  const scanner = new Scanner(body);
  scanner.skipSpace();
  if (scanner.atEnd) throw new GoJsonError("EOF");
  return scanner.value(0);
}

class Scanner {
  #at = 0;
  readonly #bytes: Buffer;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get atEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  skipSpace(): void {
    while (isSpace(this.#bytes[this.#at])) this.#at += 1;
  }

  value(depth: number): JsonNode {
    if (depth > deepest) throw new GoJsonError("exceeded max depth");
    this.skipSpace();
    const byte = this.#peek();
    switch (String.fromCharCode(byte)) {
      case "{":
        return this.#object(depth);
      case "[":
        return this.#array(depth);
      case '"':
        return { kind: "string", value: this.#string() };
      case "t":
        this.#literal("true");
        return { kind: "bool", value: true };
      case "f":
        this.#literal("false");
        return { kind: "bool", value: false };
      case "n":
        this.#literal("null");
        return { kind: "null" };
      default:
        if (byte === 0x2d || isDigit(byte)) return { kind: "number", literal: this.#number() };
        throw this.#unexpected("looking for beginning of value");
    }
  }

  #object(depth: number): JsonNode {
    const entries: [string, JsonNode][] = [];
    this.#at += 1;
    this.skipSpace();
    if (this.#take("}")) return { kind: "object", entries };
    do {
      this.skipSpace();
      if (this.#peek() !== 0x22) throw this.#unexpected("looking for beginning of object key string");
      const key = this.#string();
      this.skipSpace();
      if (!this.#take(":")) throw this.#unexpected("after object key");
      entries.push([key, this.value(depth + 1)]);
      this.skipSpace();
    } while (this.#take(","));
    if (!this.#take("}")) throw this.#unexpected("after object key:value pair");
    return { kind: "object", entries };
  }

  #array(depth: number): JsonNode {
    const items: JsonNode[] = [];
    this.#at += 1;
    this.skipSpace();
    if (this.#take("]")) return { kind: "array", items };
    do {
      items.push(this.value(depth + 1));
      this.skipSpace();
    } while (this.#take(","));
    if (!this.#take("]")) throw this.#unexpected("after array element");
    return { kind: "array", items };
  }

  #string(): string {
    const start = this.#at;
    this.#at += 1;
    for (;;) {
      const byte = this.#peek();
      if (byte < 0x20) throw this.#unexpected("in string literal");
      this.#at += 1;
      if (byte === 0x22) break;
      if (byte === 0x5c) this.#escape();
    }
    const text: unknown = JSON.parse(this.#bytes.toString("utf8", start, this.#at));
    return String(text).toWellFormed();
  }

  #escape(): void {
    const byte = this.#peek();
    if (!'"\\/bfnrtu'.includes(String.fromCharCode(byte))) throw this.#unexpected("in string escape code");
    this.#at += 1;
    if (byte !== 0x75) return;
    for (let digit = 0; digit < 4; digit += 1) {
      if (!/[0-9a-fA-F]/.test(String.fromCharCode(this.#peek())))
        throw this.#unexpected("in \\u hexadecimal character escape");
      this.#at += 1;
    }
  }

  #number(): string {
    const start = this.#at;
    if (this.#take("-") && !isDigit(this.#peek())) throw this.#unexpected("in numeric literal");
    if (!this.#take("0")) this.#digits();
    if (this.#take(".")) this.#someDigits("after decimal point in numeric literal");
    if (this.#take("e") || this.#take("E")) {
      if (!this.#take("+")) this.#take("-");
      this.#someDigits("in exponent of numeric literal");
    }
    return this.#bytes.toString("latin1", start, this.#at);
  }

  #someDigits(where: string): void {
    if (!isDigit(this.#peek())) throw this.#unexpected(where);
    this.#digits();
  }

  #digits(): void {
    while (isDigit(this.#bytes[this.#at])) this.#at += 1;
  }

  #literal(word: string): void {
    for (const letter of word) {
      const found = this.#peek();
      if (found !== letter.charCodeAt(0))
        throw this.#unexpected(`in literal ${word} (expecting '${letter}')`);
      this.#at += 1;
    }
  }

  #take(character: string): boolean {
    if (this.#bytes[this.#at] !== character.charCodeAt(0)) return false;
    this.#at += 1;
    return true;
  }

  #peek(): number {
    const byte = this.#bytes[this.#at];
    if (byte === undefined) throw new GoJsonError("unexpected EOF");
    return byte;
  }

  #unexpected(where: string): GoJsonError {
    return new GoJsonError(`invalid character ${quote(this.#peek())} ${where}`);
  }
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

/** One byte as Go quotes it: in single quotes, control characters escaped. */
function quote(byte: number): string {
  const character = String.fromCharCode(byte);
  if (character === "'") return "'\\''";
  if (character === '"') return "'\"'";
  const short: Record<string, string> = {
    "\\": "\\\\",
    "\u0007": "\\a",
    "\b": "\\b",
    "\f": "\\f",
    "\n": "\\n",
    "\r": "\\r",
    "\t": "\\t",
    "\v": "\\v",
  };
  const escaped = short[character];
  if (escaped !== undefined) return `'${escaped}'`;
  if (byte < 0x20 || byte === 0x7f) return `'\\x${byte.toString(16).padStart(2, "0")}'`;
  if (byte >= 0x80 && (byte < 0xa1 || byte === 0xad)) return `'\\u${byte.toString(16).padStart(4, "0")}'`;
  return `'${character}'`;
}
