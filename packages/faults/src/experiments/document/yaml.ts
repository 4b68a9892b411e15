import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseAllDocuments,
  type Pair,
  Scalar,
  type YAMLMap,
} from "yaml";

import { type Dictionary, isDictionary, isList, Moment, pythonText, type Value } from "../values/index.ts";
import { LoadFailed } from "./failure.ts";
import { limits } from "./limits.ts";
import type { Parsed } from "./parse.ts";
import {
  readBinary,
  readBoolean,
  readFloat,
  readInteger,
  readMoment,
  resolvePlain,
  ScalarFailed,
} from "./yaml-scalar.ts";

const prefix = "tag:yaml.org,2002:";

/**
 * Reads one YAML document as PyYAML's safe_load does. The yaml library finds the structure; what scalars, merges and aliases mean is
 * decided here, so that limits hold while the tree is built. @throws LoadFailed
 */
export function parseYaml(text: string, name: string): Parsed {
  const lines = new LineCounter();
  // Depth comes first: the library would recurse into any nesting.
  if (deepestNesting(text) > limits.depth) throw tooDeep(name);
  const documents = parseAllDocuments(text, {
    schema: "failsafe",
    version: "1.1",
    merge: false,
    resolveKnownTags: false,
    uniqueKeys: false,
    lineCounter: lines,
    prettyErrors: true,
    logLevel: "silent",
  });
  if (!Array.isArray(documents) || documents.length === 0) return { value: null, duplicates: [] };
  const error = documents.flatMap((document) => document.errors)[0];
  if (error !== undefined) {
    const sentence = error.message.split("\n")[0]?.replace(/:$/, "") ?? "";
    throw new LoadFailed("document.syntax", `${name} is not YAML: ${sentence}.`, { cause: error });
  }
  const [document, second] = documents;
  if (second !== undefined)
    throw new LoadFailed(
      "document.syntax",
      `${name} holds several YAML documents; an experiment is a single one.`,
    );
  const builder = new Builder(name, text, lines);
  return { value: builder.value(document?.contents ?? null, 0).value, duplicates: builder.duplicates };
}

/** Flow brackets and block indentation, each an upper bound of the nesting that it causes. */
function deepestNesting(text: string): number {
  let deepest = 0;
  let open = 0;
  for (const character of text) {
    if (character === "[" || character === "{") open += 1;
    else if ((character === "]" || character === "}") && open > 0) open -= 1;
    if (open > deepest) deepest = open;
  }
  for (const line of text.matchAll(/^[ \t-?:]*/gm)) {
    const blocks = line[0].match(/[-?:](?=[ \t]|$)/g)?.length ?? 0;
    if (blocks > deepest) deepest = blocks;
  }
  return deepest;
}

function tooDeep(name: string): LoadFailed {
  return new LoadFailed("document.too-deep", `${name} is nested deeper than ${limits.depth} levels.`);
}

/** A value with the number of values in it, aliases followed. */
interface Built {
  readonly value: Value;
  readonly size: number;
}

class Builder {
  readonly duplicates: { key: string; line: number }[] = [];
  readonly #name: string;
  readonly #lines: LineCounter;
  readonly #text: string;
  /** "building" while the anchored value is not complete: an alias to it would be a cycle. */
  readonly #anchors = new Map<string, Built | "building">();

  constructor(name: string, text: string, lines: LineCounter) {
    this.#text = text;
    this.#name = name;
    this.#lines = lines;
  }

  value(node: unknown, depth: number): Built {
    if (depth > limits.depth) throw tooDeep(this.#name);
    if (isAlias(node)) return this.#alias(node.source, node.range?.[0]);
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    if (anchor !== undefined) {
      if (this.#anchors.has(anchor)) throw this.#failure(`the anchor &${anchor} stands twice`, node);
      this.#anchors.set(anchor, "building");
    }
    const built = this.#node(node, depth);
    if (built.size > limits.values)
      throw new LoadFailed(
        "document.too-many-values",
        `${this.#name} stands for more than ${limits.values} values once its aliases are followed.`,
      );
    if (anchor !== undefined) this.#anchors.set(anchor, built);
    return built;
  }

  #alias(source: string, at: number | undefined): Built {
    const target = this.#anchors.get(source);
    if (target === undefined) throw this.#failure(`the alias *${source} has no anchor before it`, at);
    if (target === "building")
      throw new LoadFailed(
        "document.cyclic",
        `${this.#name} contains itself: the alias *${source}${this.#place(at)} stands inside of &${source}.`,
      );
    return target;
  }

  #node(node: unknown, depth: number): Built {
    if (isMap(node)) return this.#map(node, depth);
    if (isSeq(node)) {
      this.#assertTag(node.tag, ["seq"], node);
      const items = node.items.map((item) => this.value(item, depth + 1));
      return { value: items.map((item) => item.value), size: sum(items) };
    }
    if (isScalar(node)) return { value: this.#scalar(node), size: 1 };
    return { value: null, size: 1 };
  }

  #map(node: YAMLMap, depth: number): Built {
    this.#assertTag(node.tag, ["map"], node);
    const merged = new Map<string, Value>();
    const own = new Map<string, Value>();
    let size = 1;
    for (const pair of node.items) {
      const value = this.value(pair.value, depth + 1);
      size += value.size;
      if (isMergeKey(pair)) this.#merge(value.value, merged, pair.key);
      else {
        const key = this.#key(pair, depth);
        if (own.has(key)) this.duplicates.push({ key, line: this.#line(pair.key) });
        own.set(key, value.value);
      }
    }
    return { value: Object.fromEntries([...merged, ...own]), size };
  }

  #merge(value: Value, merged: Map<string, Value>, node: unknown): void {
    const sources: readonly Value[] = isList(value) ? value : [value];
    if (!sources.every((source): source is Dictionary => isDictionary(source)))
      throw this.#failure("<< can only merge mappings", node);
    // Of one list the first counts, as YAML says. PyYAML 6.0.4 alone lets the last one win, except for keys of one letter.
    for (const source of sources.toReversed())
      for (const [key, item] of Object.entries(source)) merged.set(key, item);
  }

  /** JSON has only text as keys, and so have journals: 1, yes and null become "1", "true" and "null". */
  #key(pair: Pair, depth: number): string {
    if (isScalar(pair.key) && pair.key.value === "=") return "=";
    const { value } = this.value(pair.key, depth + 1);
    if (typeof value === "string") return value;
    if (isList(value) || isDictionary(value))
      throw this.#failure("a list or mapping can't be a key", pair.key);
    if (typeof value === "boolean" || value === null) return String(value);
    return value instanceof Moment ? value.iso : pythonText(value);
  }

  #scalar(node: Scalar): Value {
    const text = typeof node.value === "string" ? node.value : "";
    try {
      const tag = node.tag?.startsWith(prefix) ? node.tag.slice(prefix.length) : node.tag;
      switch (tag) {
        case undefined:
          return node.type === Scalar.PLAIN || node.type === undefined
            ? resolvePlain(text)
            : this.#block(node, text);
        case "!":
        case "str":
          return text;
        case "null":
          return null;
        case "bool":
          return readBoolean(text);
        case "int":
          return readInteger(text);
        case "float":
          return readFloat(text);
        case "binary":
          return readBinary(text);
        case "timestamp":
          return readMoment(text);
        default:
          throw this.#failure(`the tag ${node.tag} is unknown`, node);
      }
    } catch (error) {
      if (error instanceof ScalarFailed) throw this.#failure(error.message, node);
      throw error;
    }
  }

  /** At the end of a text without a last line break, a block has none either. */
  #block(node: Scalar, text: string): string {
    if (node.type !== Scalar.BLOCK_LITERAL && node.type !== Scalar.BLOCK_FOLDED) return text;
    const cut = (node.range?.[2] ?? 0) >= this.#text.length && !this.#text.endsWith("\n");
    return cut && text.endsWith("\n") ? text.slice(0, -1) : text;
  }

  #assertTag(tag: string | undefined, known: readonly string[], node: unknown): void {
    if (tag !== undefined && tag !== "!" && !known.some((one) => tag === prefix + one))
      throw this.#failure(`the tag ${tag} is unknown`, node);
  }

  #failure(message: string, node: unknown): LoadFailed {
    return new LoadFailed("document.syntax", `${this.#name} is not YAML: ${message}${this.#place(node)}.`);
  }

  #place(node: unknown): string {
    const line = this.#line(node);
    return line === 0 ? "" : ` (line ${line})`;
  }

  #line(node: unknown): number {
    const at =
      typeof node === "number"
        ? node
        : isScalar(node) || isMap(node) || isSeq(node) || isAlias(node)
          ? node.range?.[0]
          : undefined;
    return at === undefined ? 0 : this.#lines.linePos(at).line;
  }
}

function isMergeKey(pair: Pair): boolean {
  return isScalar(pair.key) && pair.key.value === "<<" && pair.key.type === Scalar.PLAIN;
}

function sum(items: readonly Built[]): number {
  return items.reduce((total, item) => total + item.size, 1);
}
