import { float, integer, type Value } from "../values/index.ts";
import { PathFailed } from "./failure.ts";
import {
  type Comparison,
  type Condition,
  type FunctionName,
  functionNames,
  type Operand,
  type Path,
  type PathStep,
  type Subscript,
} from "./path.ts";
import { type Token, type TokenKind, tokenize } from "./tokens.ts";

const comparisons: readonly Comparison[] = ["=", "!=", "<", "<=", ">", ">="];
/** Parentheses, lists and paths within paths: beyond any real path, and well below what the stack bears. */
const deepest = 100;

/**
 * Reads a path of the dialect of jsonpath2 0.4.5 (the grammar JSONPath.g4 of that package): one `=` for equality, `or` before `and`,
 * names and strings without escapes being resolved. @throws PathFailed
 */
export function parsePath(text: string): Path {
  return new PathParser(text).path();
}

class PathParser {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
    this.#tokens = tokenize(text);
  }

  path(): Path {
    this.#expect("$");
    const steps = this.#steps();
    if (this.#token.kind !== "end") throw this.#failure();
    return { start: "root", steps };
  }

  #innerPath(): Path {
    const start = this.#take("$") ? "root" : "current";
    if (start === "current") this.#expect("@");
    return { start, steps: this.#steps() };
  }

  #steps(): PathStep[] {
    const steps: PathStep[] = [];
    for (;;) {
      if (this.#take("..")) {
        const subscripts = this.#is("[") ? this.#subscripts() : [this.#bareword()];
        steps.push({ descends: true, subscripts });
      } else if (this.#take(".")) steps.push({ descends: false, subscripts: [this.#bareword()] });
      else if (this.#is("[")) steps.push({ descends: false, subscripts: this.#subscripts() });
      else return steps;
    }
  }

  #bareword(): Subscript {
    if (this.#take("*")) return { kind: "wildcard" };
    const name = this.#takeKind("name");
    if (name === null) throw this.#failure();
    return this.#is("(") ? this.#call(name) : { kind: "key", key: name };
  }

  #subscripts(): Subscript[] {
    this.#expect("[");
    const subscripts = [this.#subscript()];
    while (this.#take(",")) subscripts.push(this.#subscript());
    this.#expect("]");
    return subscripts;
  }

  #subscript(): Subscript {
    if (this.#is("$") || this.#is("@"))
      return this.#nested(() => ({ kind: "path", path: this.#innerPath() }));
    if (this.#take("*")) return { kind: "wildcard" };
    if (this.#is(":")) return this.#slice(null);
    if (this.#take("?")) return { kind: "filter", condition: this.#parenthesis() };
    const key = this.#takeKind("string");
    if (key !== null) return { kind: "key", key: key.slice(1, -1) };
    const name = this.#takeKind("name");
    if (name !== null) return this.#call(name);
    const index = this.#wholeNumber();
    if (index === null) throw this.#failure();
    return this.#is(":") ? this.#slice(index) : { kind: "index", index };
  }

  #slice(start: number | null): Subscript {
    this.#expect(":");
    const end = this.#wholeNumber();
    const step = this.#take(":") ? this.#wholeNumber() : null;
    return { kind: "slice", start, end, step };
  }

  /** Indices are whole; 1.5 and 1e3 are refused. */
  #wholeNumber(): number | null {
    const number = this.#token;
    if (this.#takeKind("number") === null) return null;
    if (/[.eE]/.test(number.text)) throw this.#failure(number);
    // Normalises -0; beyond 2^53 nothing has that many items anyway.
    return Number(number.text) + 0;
  }

  #call(name: string): Subscript {
    const known = functionNames.find((one): one is FunctionName => one === name);
    this.#expect("(");
    const operands: Operand[] = [];
    if (!this.#is(")")) {
      do operands.push(this.#operand());
      while (this.#take(","));
    }
    this.#expect(")");
    if (known === undefined)
      throw new PathFailed(
        `The path ${this.#text} calls ${name}(), which is none of ${functionNames.join(", ")}.`,
      );
    return { kind: "call", name: known, arguments: operands };
  }

  #parenthesis(): Condition {
    this.#expect("(");
    const condition = this.#nested(() => this.#and());
    this.#expect(")");
    return condition;
  }

  /** `and` is the outer one: a or b and c or d means (a or b) and (c or d). */
  #and(): Condition {
    const conditions = [this.#or()];
    while (this.#take("and")) conditions.push(this.#or());
    return several("and", conditions);
  }

  #or(): Condition {
    const conditions = [this.#not()];
    while (this.#take("or")) conditions.push(this.#not());
    return several("or", conditions);
  }

  #not(): Condition {
    if (this.#take("not")) return { kind: "not", condition: this.#nested(() => this.#not()) };
    if (this.#is("(")) return this.#parenthesis();
    const left = this.#operand();
    const operator = comparisons.find((one) => this.#take(one));
    if (operator === undefined) return { kind: "exists", operand: left };
    return { kind: "comparison", operator, left, right: this.#operand() };
  }

  #operand(): Operand {
    return this.#nested(() =>
      this.#is("$") || this.#is("@")
        ? { kind: "path", path: this.#innerPath() }
        : { kind: "value", value: this.#value() },
    );
  }

  #value(): Value {
    const text = this.#takeKind("string");
    if (text !== null) return text.slice(1, -1);
    const number = this.#takeKind("number");
    if (number !== null) return /[.eE]/.test(number) ? float(Number(number)) : integer(BigInt(number));
    if (this.#take("true")) return true;
    if (this.#take("false")) return false;
    if (this.#take("null")) return null;
    return this.#nested(() => (this.#is("[") ? this.#list() : this.#mapping()));
  }

  #list(): Value {
    this.#expect("[");
    const items: Value[] = [];
    if (this.#take("]")) return items;
    do items.push(this.#value());
    while (this.#take(","));
    this.#expect("]");
    return items;
  }

  #mapping(): Value {
    this.#expect("{");
    const pairs: [string, Value][] = [];
    if (this.#take("}")) return {};
    do {
      const key = this.#takeKind("string");
      if (key === null) throw this.#failure();
      this.#expect(":");
      pairs.push([key.slice(1, -1), this.#value()]);
    } while (this.#take(","));
    this.#expect("}");
    return Object.fromEntries(pairs);
  }

  get #token(): Token {
    return this.#tokens[this.#next] ?? { kind: "end", text: "", at: this.#text.length };
  }

  #is(text: string): boolean {
    const { kind, text: found } = this.#token;
    return found === text && (kind === "symbol" || kind === "word");
  }

  #take(text: string): boolean {
    if (!this.#is(text)) return false;
    this.#next += 1;
    return true;
  }

  #takeKind(kind: TokenKind): string | null {
    const token = this.#token;
    if (token.kind !== kind) return null;
    this.#next += 1;
    return token.text;
  }

  #expect(text: string): void {
    if (!this.#take(text)) throw this.#failure();
  }

  #nested<Result>(read: () => Result): Result {
    this.#depth += 1;
    if (this.#depth > deepest) throw new PathFailed(`The path is nested deeper than ${deepest} levels.`);
    const result = read();
    this.#depth -= 1;
    return result;
  }

  #failure(token: Token = this.#token): PathFailed {
    const found =
      token.kind === "end"
        ? "it ends too early"
        : `"${token.text}" is not expected at character ${token.at + 1}`;
    return new PathFailed(`The path ${this.#text} can't be read: ${found}.`);
  }
}

function several(kind: "and" | "or", conditions: readonly Condition[]): Condition {
  const [only] = conditions;
  return conditions.length === 1 && only !== undefined ? only : { kind, conditions };
}
