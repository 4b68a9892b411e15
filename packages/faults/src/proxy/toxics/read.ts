import { badRequestBody, invalidStream, invalidToxicType, toxicOfOtherProtocol } from "../api/errors.ts";
import {
  decodeInto,
  fieldOf,
  GoJsonError,
  mismatchOf,
  parseGoJson,
  type Decoded,
  type Fields,
  type JsonNode,
} from "../go-json/index.ts";
import type { Protocol } from "../proxies/protocol.ts";
import { Toxic, type Direction, type ToxicType } from "./toxic.ts";
import { toxicType } from "./types.ts";

const toxicFields = {
  name: "string",
  type: "string",
  stream: "string",
  toxicity: "float32",
  first: "int64",
  expires_in: "int64",
} as const;
const changeFields = { toxicity: "float32", first: "int64", expires_in: "int64" } as const;

/** A toxic that was asked for; `expiresIn` in milliseconds, 0 for never. */
export interface WantedToxic {
  readonly toxic: Toxic;
  readonly expiresIn: number;
}

/** A change of a toxic; undefined leaves as it is. */
export interface ToxicChange {
  readonly toxicity: number | undefined;
  readonly attributes: Decoded<Fields> | undefined;
  readonly first: number | undefined;
  readonly expiresIn: number | undefined;
}

/** @throws ApiError */
export function readToxic(body: Buffer, protocol: Protocol): WantedToxic {
  return toxicFromNode(parse(body), protocol);
}

/** @throws ApiError */
export function toxicFromNode(node: JsonNode, protocol: Protocol): WantedToxic {
  const wanted = { name: "", type: "", stream: "downstream", toxicity: 1, first: 0, expires_in: 0 };
  const attributes = fieldOf(node, "attributes");
  decoding(() => {
    decodeInto(node, toxicFields, wanted, { type: "toxics.ToxicWrapper", struct: "ToxicWrapper", path: "" });
    if (attributes !== undefined && attributes.kind !== "object" && attributes.kind !== "null")
      throw mismatchOf(attributes, "toxics.NoopToxic", "ToxicWrapper.attributes");
  });
  const direction = parseDirection(wanted.stream);
  if (direction === undefined) throw invalidStream();
  const type = toxicType(wanted.type);
  if (type === undefined) throw invalidToxicType();
  if ((type.affects === "dns") !== (protocol === "dns")) throw toxicOfOtherProtocol(type.name, protocol);
  const toxic = new Toxic({
    ...wanted,
    name: wanted.name === "" ? `${wanted.type}_${wanted.stream}` : wanted.name,
    type,
    direction,
    attributes: readAttributes(type, attributes, zeroAttributes(type)),
  });
  return { toxic, expiresIn: wanted.expires_in };
}

/** What is wrong with the body leaves the toxic as it is. @throws ApiError */
export function readToxicChange(body: Buffer, toxic: Toxic): ToxicChange {
  const node = parse(body);
  const change: Partial<Decoded<typeof changeFields>> = {};
  const attributes = fieldOf(node, "attributes");
  const type =
    'struct { Attributes interface {} "json:\\"attributes\\""; Toxicity float32 "json:\\"toxicity\\"" }';
  decoding(() => {
    decodeInto(node, changeFields, change, { type, struct: "", path: "" });
    if (attributes !== undefined && attributes.kind !== "object" && attributes.kind !== "null")
      throw mismatchOf(attributes, `toxics.${toxic.type.goName}`, ".attributes");
  });
  return {
    toxicity: change.toxicity,
    attributes:
      attributes === undefined ? undefined : readAttributes(toxic.type, attributes, toxic.attributes),
    first: change.first,
    expiresIn: change.expires_in,
  };
}

function readAttributes(
  type: ToxicType,
  node: JsonNode | undefined,
  before: Decoded<Fields>,
): Decoded<Fields> {
  const attributes = { ...before };
  const place = { type: `toxics.${type.goName}`, struct: type.goName, path: "attributes." };
  decoding(() => {
    if (node !== undefined) decodeInto<Fields>(node, type.fields, attributes, place);
    // Says what is wrong with the values.
    if (type.affects === "http") type.fault(attributes);
    if (type.affects === "dns") type.answer(attributes);
  });
  return attributes;
}

function zeroAttributes(type: ToxicType): Decoded<Fields> {
  const zero = { string: "", bool: false, int: 0, int64: 0, float32: 0, headers: {} } as const;
  return Object.fromEntries(Object.entries(type.fields).map(([name, field]) => [name, zero[field]]));
}

function parseDirection(stream: string): Direction | undefined {
  const direction = stream.toLowerCase();
  return direction === "upstream" || direction === "downstream" ? direction : undefined;
}

function parse(body: Buffer): JsonNode {
  return decoding(() => parseGoJson(body));
}

/** @throws ApiError for every GoJsonError */
export function decoding<Result>(decode: () => Result): Result {
  try {
    return decode();
  } catch (error) {
    if (error instanceof GoJsonError) throw badRequestBody(error.message, error);
    throw error;
  }
}
