import { ApiError, badRequestBody, invalidProtocol, missingField } from "../api/errors.ts";
import {
  decodeInto,
  fieldOf,
  mismatchOf,
  parseGoJson,
  type Decoded,
  type JsonNode,
} from "../go-json/index.ts";
import { decoding, toxicFromNode, type WantedToxic } from "../toxics/read.ts";
import { parseProtocol, type Protocol } from "./protocol.ts";

const proxyFields = { name: "string", listen: "string", upstream: "string" } as const;
const enabledField = { enabled: "bool" } as const;
const addedFields = { protocol: "string", expires_in: "int64" } as const;

/** A proxy that was asked for; `expiresIn` in milliseconds, 0 for never. */
export interface WantedProxy {
  readonly name: string;
  readonly listen: string;
  readonly upstream: string;
  readonly enabled: boolean;
  readonly protocol: Protocol;
  readonly expiresIn: number;
  readonly toxics: readonly WantedToxic[];
}

/** A change of a proxy; undefined leaves as it is. */
export interface ProxyChange {
  readonly listen: string | undefined;
  readonly upstream: string | undefined;
  readonly enabled: boolean | undefined;
  readonly expiresIn: number | undefined;
}

/** @throws ApiError */
export function readProxy(body: Buffer): WantedProxy {
  const node = decoding(() => parseGoJson(body));
  return complete(node, readFields(node, "Proxy", "toxiproxy.Proxy", ""), (field) => field);
}

/** @throws ApiError */
export function readProxyChange(body: Buffer): ProxyChange {
  const node = decoding(() => parseGoJson(body));
  const { listen, upstream, enabled, expires_in } = readFields(node, "Proxy", "toxiproxy.Proxy", "");
  return { listen, upstream, enabled, expiresIn: expires_in };
}

/** A list of proxies. All of it is checked before any is created. @throws ApiError */
export function readProxies(body: Buffer): WantedProxy[] {
  const node = decoding(() => parseGoJson(body));
  const element = 'struct { toxiproxy.Proxy; Enabled *bool "json:\\"enabled\\"" }';
  if (node.kind === "null") return [];
  if (node.kind !== "array") throw badRequestBody(mismatchOf(node, `[]${element}`).message);
  const read = node.items.map((item) => readFields(item, "", element, "Proxy."));
  return read.map((fields, index) =>
    complete(node.items[index] ?? node, fields, (field) => `${field} at proxy ${index + 1}`),
  );
}

type ReadFields = Partial<Decoded<typeof proxyFields & typeof enabledField & typeof addedFields>>;

function readFields(node: JsonNode, struct: string, type: string, path: string): ReadFields {
  const fields: ReadFields = {};
  decoding(() => {
    decodeInto(node, proxyFields, fields, { type, struct, path });
    decodeInto(node, enabledField, fields, { type, struct, path: "" });
    decodeInto(node, addedFields, fields, { type, struct, path: "" });
  });
  return fields;
}

function complete(node: JsonNode, fields: ReadFields, place: (field: string) => string): WantedProxy {
  const { name = "", listen = "", upstream = "", enabled = true, expires_in = 0 } = fields;
  if (name === "") throw missingField(place("name"));
  if (upstream === "") throw missingField(place("upstream"));
  const protocol = parseProtocol(fields.protocol ?? "");
  if (protocol === undefined) throw invalidProtocol();
  return {
    name,
    listen,
    upstream,
    enabled,
    protocol,
    expiresIn: expires_in,
    toxics: readToxics(node, protocol),
  };
}

function readToxics(node: JsonNode, protocol: Protocol): WantedToxic[] {
  const toxics = fieldOf(node, "toxics");
  if (toxics === undefined || toxics.kind === "null") return [];
  if (toxics.kind !== "array")
    throw badRequestBody(mismatchOf(toxics, "[]toxics.Toxic", "Proxy.toxics").message);
  const wanted = toxics.items.map((item) => toxicFromNode(item, protocol));
  const names = new Set(wanted.map(({ toxic }) => toxic.name));
  if (names.size < wanted.length) throw new ApiError("toxic already exists", 409);
  return wanted;
}
