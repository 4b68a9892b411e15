import { GoJsonError, type JsonNode } from "./parse.ts";

/** What a field may hold, in Go's names; `headers` is a map of strings, an addition of ours. */
export interface FieldValues {
  string: string;
  bool: boolean;
  int: number;
  int64: number;
  float32: number;
  headers: Readonly<Record<string, string>>;
}
export type FieldType = keyof FieldValues;
export type Fields = Readonly<Record<string, FieldType>>;
export type Decoded<F extends Fields> = { -readonly [Name in keyof F]: FieldValues[F[Name]] };
type FieldValue = FieldValues[FieldType];

/** How Go names the place of a value in its messages. */
export interface GoPlace {
  /** For a value that is not an object at all: `toxiproxy.Proxy`. */
  readonly type: string;
  /** `Proxy`; empty for an anonymous struct. */
  readonly struct: string;
  /** Path of the object within the struct: empty, or `attributes.`. */
  readonly path: string;
  /** The object as a field, when it is one: `ToxicWrapper.attributes`. */
  readonly field?: string;
}

/**
 * Puts the known fields of an object into `target`: keys in any case, unknown ones and null ignored, the first mismatch reported after all
 * were read. @throws GoJsonError
 */
export function decodeInto<F extends Fields>(
  node: JsonNode,
  fields: F,
  target: Partial<Decoded<F>>,
  place: GoPlace,
): void {
  const entries = objectEntries(node, place);
  const names = new Map(Object.keys(fields).map((name) => [fold(name), name]));
  const found: Record<string, FieldValue> = {};
  let mismatch: GoJsonError | undefined;
  for (const [key, value] of entries) {
    const name = names.get(fold(key));
    const type = name === undefined ? undefined : fields[name];
    if (name === undefined || type === undefined || value.kind === "null") continue;
    const decoded = decodeValue(value, type);
    if (decoded === undefined)
      mismatch ??= mismatchOf(value, goType(type), `${place.struct}.${place.path}${name}`);
    else found[name] = decoded;
  }
  if (mismatch !== undefined) throw mismatch;
  Object.assign(target, found);
}

/** The last field of that name, in any case; undefined when there is none. */
export function fieldOf(node: JsonNode, name: string): JsonNode | undefined {
  if (node.kind !== "object") return undefined;
  return node.entries.findLast(([key]) => fold(key) === fold(name))?.[1];
}

/** Null reads as an object without fields. @throws GoJsonError for anything else that is no object */
function objectEntries(node: JsonNode, place: GoPlace): readonly (readonly [string, JsonNode])[] {
  if (node.kind === "object") return node.entries;
  if (node.kind === "null") return [];
  throw mismatchOf(node, place.type, place.field);
}

/** `field` is null for a value that is no field of a struct. */
export function mismatchOf(node: JsonNode, type: string, field?: string): GoJsonError {
  const numeric = node.kind === "number" && /^(int|int64|float32)$/.test(type);
  const what = numeric ? `number ${node.literal}` : node.kind;
  const where = field === undefined ? "Go value" : `Go struct field ${field}`;
  return new GoJsonError(`json: cannot unmarshal ${what} into ${where} of type ${type}`);
}

function decodeValue(node: JsonNode, type: FieldType): FieldValue | undefined {
  switch (type) {
    case "string":
      return node.kind === "string" ? node.value : undefined;
    case "bool":
      return node.kind === "bool" ? node.value : undefined;
    case "int":
    case "int64":
      return node.kind === "number" ? toInt64(node.literal) : undefined;
    case "float32":
      return node.kind === "number" ? toFloat32(node.literal) : undefined;
    case "headers":
      return node.kind === "object" ? toHeaders(node.entries) : undefined;
  }
}

function toInt64(literal: string): number | undefined {
  if (!/^-?\d+$/.test(literal)) return undefined;
  const exact = BigInt(literal);
  return exact === BigInt.asIntN(64, exact) ? Number(exact) : undefined;
}

function toFloat32(literal: string): number | undefined {
  const value = Math.fround(Number(literal));
  return Number.isFinite(value) ? value : undefined;
}

function toHeaders(entries: readonly (readonly [string, JsonNode])[]): Record<string, string> | undefined {
  const headers: Record<string, string> = {};
  for (const [name, value] of entries) {
    if (value.kind !== "string") return undefined;
    headers[name] = value.value;
  }
  return headers;
}

function goType(type: FieldType): string {
  return type === "headers" ? "map[string]string" : type;
}

/** Go compares keys by Unicode folding; upper-casing first also joins ſ with s. */
function fold(name: string): string {
  return name.toUpperCase().toLowerCase();
}
