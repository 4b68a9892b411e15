import { isDictionary, isList, isTruthy, pythonText, type Value } from "../../values/index.ts";
import { writeJson } from "../../values/json.ts";

/** What goes over the wire, before redirects. */
export interface PreparedRequest {
  readonly method: string;
  readonly url: URL;
  /** Names as they were given. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
}

/** A request that can't be made as it is described; Chaos Toolkit ends the run here, it is no failed activity. */
export class UnusableRequest extends Error {
  override readonly name = "UnusableRequest";
}

export interface RequestDescription {
  readonly method: string;
  readonly url: string;
  readonly headers: Value;
  readonly arguments: Value | undefined;
}

const defaults: Readonly<Record<string, string>> = {
  "User-Agent": "morrow",
  "Accept-Encoding": "gzip, deflate",
  Accept: "*/*",
  // As the original asks; each request has a connection of its own all the same.
  Connection: "keep-alive",
};

/**
 * As the requests library of Python prepares them for Chaos Toolkit: the arguments of GET become the query; others are JSON for exactly
 * the header Content-Type: application/json, otherwise a form, or the body itself when they are a string. @throws UnusableRequest
 */
export function prepareRequest(description: RequestDescription): PreparedRequest {
  const { method } = description;
  const given = isTruthy(description.headers) ? readHeaders(description.headers) : {};
  const url = readUrl(description.url);
  const content = description.arguments ?? null;
  if (method === "GET") {
    addQuery(url, content);
    return { method, url, headers: mergeHeaders(given), body: null };
  }
  const [body, type] = encodeBody(content, given["Content-Type"] === "application/json");
  const extra: Record<string, string> = {};
  if (type !== null && !has(given, "content-type")) extra["Content-Type"] = type;
  if (method !== "HEAD") extra["Content-Length"] = String(body?.length ?? 0);
  return { method, url, headers: { ...mergeHeaders(given), ...extra }, body };
}

export function readUrl(text: string): URL {
  const trimmed = text.trimStart();
  if (!/^[a-z][a-z0-9+.-]*:/i.test(trimmed))
    throw new UnusableRequest(
      `Invalid URL '${text}': no scheme supplied. Perhaps you meant https://${text}?`,
    );
  if (!URL.canParse(trimmed)) throw new UnusableRequest(`Invalid URL '${text}'.`);
  const url = new URL(trimmed);
  if (url.protocol !== "http:" && url.protocol !== "https:")
    throw new UnusableRequest(`Only http and https can be called, not '${text}'.`);
  return url;
}

/** Null takes a default header away, and is otherwise nothing. */
type GivenHeaders = Readonly<Record<string, string | null>>;

function readHeaders(value: Value): GivenHeaders {
  if (!isDictionary(value)) throw new UnusableRequest("The headers must be a mapping.");
  return Object.fromEntries(
    Object.entries(value).map(([name, content]) => [name, readHeader(name, content)]),
  );
}

function readHeader(name: string, content: Value): string | null {
  if (content === null) return null;
  const text = content instanceof Uint8Array ? Buffer.from(content).toString("latin1") : content;
  if (typeof text !== "string")
    throw new UnusableRequest(
      `Header part (${pythonText(text)}) from ('${name}', ${pythonText(text)}) must be of type str or bytes.`,
    );
  if (/^\s|[\r\n]/.test(text))
    throw new UnusableRequest(`Invalid leading whitespace or return character in the header '${name}'.`);
  return text;
}

function mergeHeaders(given: GivenHeaders): Record<string, string> {
  const merged: Record<string, string> = {};
  for (const [name, content] of Object.entries(defaults))
    if (!has(given, name.toLowerCase())) merged[name] = content;
  for (const [name, content] of Object.entries(given)) if (content !== null) merged[name] = content;
  return merged;
}

function has(headers: GivenHeaders, lowerCaseName: string): boolean {
  return Object.keys(headers).some((name) => name.toLowerCase() === lowerCaseName);
}

function addQuery(url: URL, content: Value): void {
  if (!isTruthy(content)) return;
  const query = typeof content === "string" ? content : encodePairs(pairsOf(content));
  if (query !== "") url.search = url.search.length > 1 ? `${url.search}&${query}` : query;
}

function encodeBody(content: Value, asJson: boolean): [Buffer | null, string | null] {
  if (asJson) return content === null ? [null, null] : [Buffer.from(writeJson(content)), "application/json"];
  if (!isTruthy(content)) return [null, null];
  if (typeof content === "string") return [Buffer.from(content), null];
  if (content instanceof Uint8Array) return [Buffer.from(content), null];
  return [Buffer.from(encodePairs(pairsOf(content))), "application/x-www-form-urlencoded"];
}

/** A value that is a list stands for its name repeated; null is left out. */
function pairsOf(content: Value): (readonly [string, string])[] {
  return entriesOf(content).flatMap(([name, value]) =>
    valuesOf(value).flatMap((one) => (one === null ? [] : [[name, pythonText(one)] as const])),
  );
}

function entriesOf(content: Value): (readonly [string, Value])[] {
  if (isDictionary(content)) return Object.entries(content);
  if (isList(content) && content.every((item) => isList(item) && item.length === 2))
    return content.flatMap((item) =>
      isList(item) ? [[pythonText(item[0] ?? null), item[1] ?? null] as const] : [],
    );
  throw new UnusableRequest("The arguments must be a mapping, a list of pairs, or a string.");
}

function valuesOf(value: Value): readonly Value[] {
  if (isList(value)) return value;
  return isDictionary(value) ? Object.keys(value) : [value];
}

function encodePairs(pairs: readonly (readonly [string, string])[]): string {
  return pairs.map(([name, value]) => `${quotePlus(name)}=${quotePlus(value)}`).join("&");
}

/** Python's quote_plus: everything but letters, digits and _.-~ is escaped, a blank is +. */
function quotePlus(text: string): string {
  return encodeURIComponent(text)
    .replaceAll("%20", "+")
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
