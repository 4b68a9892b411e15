import { open } from "node:fs/promises";

import type { Value } from "../values/index.ts";
import { LoadFailed } from "./failure.ts";
import { limits } from "./limits.ts";
import { type Parsed, parseByExtension, parseJsonDocument, parseYamlDocument } from "./parse.ts";

export interface LoadOptions {
  /** For http and https sources: the authorization header's value, by host and port. */
  readonly authorizations?: Readonly<Record<string, string>>;
  /** CHAOSTOOLKIT_LOADER_AUTH_BEARER_TOKEN; goes before `authorizations`. */
  readonly bearerToken?: string;
  readonly fetch?: typeof fetch;
  readonly signal?: AbortSignal;
}

/** A loaded document: `value` is untouched, as the journal will hold it. */
export interface LoadedDocument extends Parsed {
  readonly source: string;
  readonly value: Value;
}

/**
 * Loads an experiment from a file or an http(s) URL, as chaoslib.loader does: files by their extension, answers by their content type.
 * @throws LoadFailed
 */
export async function loadDocument(source: string, options: LoadOptions = {}): Promise<LoadedDocument> {
  const text = await readFileText(source);
  if (text !== null) {
    const parsed = parseByExtension(source, text);
    if (parsed === null) throw unknownExtension(source);
    return { source, ...parsed };
  }
  const url = URL.canParse(source) ? new URL(source) : null;
  if (url === null) throw new LoadFailed("document.missing", `There is no file ${source}.`);
  if (url.protocol !== "http:" && url.protocol !== "https:")
    throw new LoadFailed("document.scheme", `${source}: only files, http and https can be read.`);
  return { source, ...(await fetchDocument(url, options)) };
}

/** The text of the file, or null when there is none. @throws LoadFailed */
async function readFileText(path: string): Promise<string | null> {
  try {
    await using file = await open(path, "r");
    const { size } = await file.stat();
    if (size > limits.size) throw tooLarge(path);
    const buffer = Buffer.alloc(limits.size + 1);
    let length = 0;
    // A pipe or /proc file has no size: read until the end or the limit.
    for (;;) {
      const { bytesRead } = await file.read(buffer, length, buffer.length - length);
      length += bytesRead;
      if (bytesRead === 0 || length === buffer.length) break;
    }
    if (length > limits.size) throw tooLarge(path);
    return decode(buffer.subarray(0, length), path);
  } catch (error) {
    if (error instanceof LoadFailed) throw error;
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (
      code === "ENOENT" ||
      code === "ENAMETOOLONG" ||
      code === "ENOTDIR" ||
      code === "ERR_INVALID_ARG_VALUE"
    )
      return null;
    const because = error instanceof Error ? error.message : String(error);
    throw new LoadFailed("document.unreadable", `${path} can't be read: ${because}`, { cause: error });
  }
}

async function fetchDocument(url: URL, options: LoadOptions): Promise<Parsed> {
  const headers: Record<string, string> = { Accept: "application/json, application/x-yaml" };
  const authorization =
    options.bearerToken === undefined
      ? options.authorizations?.[url.host]
      : `bearer ${options.bearerToken.trim()}`;
  if (authorization !== undefined) headers["Authorization"] = authorization;
  const response = await (options.fetch ?? fetch)(url, {
    headers,
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  }).catch((error: unknown) => {
    throw new LoadFailed("document.fetch", `${url.href} can't be reached: ${reason(error)}`, {
      cause: error,
    });
  });
  if (response.status !== 200) {
    await response.body?.cancel();
    throw new LoadFailed("document.fetch", `${url.href} answered with status ${response.status}, not 200.`);
  }
  const text = await readBody(response, url.href);
  return parseAnswer(response.headers.get("content-type") ?? "", text, url.href);
}

function parseAnswer(type: string, text: string, name: string): Parsed {
  if (type.includes("application/json")) return parseJsonDocument(text, name);
  if (type.includes("application/x-yaml") || type.includes("text/yaml")) return parseYamlDocument(text, name);
  if (!type.includes("text/plain"))
    throw new LoadFailed(
      "document.content-type",
      `${name} is of type ${type === "" ? "unknown" : type}; application/json, application/x-yaml, text/yaml or text/plain is needed.`,
    );
  try {
    return parseJsonDocument(text, name);
  } catch (error) {
    if (error instanceof LoadFailed && error.code === "document.syntax") return parseYamlDocument(text, name);
    throw error;
  }
}

async function readBody(response: Response, name: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > limits.size) throw tooLarge(name);
    chunks.push(chunk);
  }
  return decode(Buffer.concat(chunks), name);
}

function decode(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw new LoadFailed("document.syntax", `${name} is not text in UTF-8.`, { cause: error });
  }
}

function tooLarge(name: string): LoadFailed {
  return new LoadFailed("document.too-large", `${name} is larger than ${limits.size / 1024 / 1024} MB.`);
}

function unknownExtension(source: string): LoadFailed {
  return new LoadFailed(
    "document.extension",
    `${source}: an experiment's name ends in .json, .yaml or .yml.`,
  );
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
