import { promisify } from "node:util";
import zlib from "node:zlib";

import type { Value } from "../../values/index.ts";
import { parseJson } from "../../values/json.ts";
import { decodeGuessing } from "../decode.ts";
import type { RawAnswer } from "./exchange.ts";
import { headerOf } from "./follow.ts";
import { UnusableRequest } from "./prepare.ts";

/** The body as Chaos Toolkit gives it: parsed for exactly `application/json`, text for everything else. @throws UnusableRequest */
export async function contentOf(answer: RawAnswer): Promise<Value> {
  const bytes = await decompress(answer);
  const type = headerOf(answer.headers, "content-type");
  if (type !== "application/json") return textOf(bytes, type);
  try {
    return parseJson(decodeJson(bytes));
  } catch (error) {
    throw new UnusableRequest("The answer says that it is JSON, but it isn't.", { cause: error });
  }
}

async function decompress(answer: RawAnswer): Promise<Buffer> {
  const codings = (headerOf(answer.headers, "content-encoding") ?? "")
    .split(",")
    .map((one) => one.trim().toLowerCase());
  let bytes = answer.body;
  if (bytes.length === 0) return bytes;
  for (const coding of codings.toReversed()) {
    try {
      if (coding === "gzip" || coding === "x-gzip") bytes = await promisify(zlib.gunzip)(bytes);
      // Some servers send deflate without the zlib header; its first half-byte tells.
      else if (coding === "deflate")
        bytes = await promisify((bytes[0] ?? 0) % 16 === 8 ? zlib.inflate : zlib.inflateRaw)(bytes);
    } catch (error) {
      throw new UnusableRequest(`The answer can't be decoded as ${coding}.`, { cause: error });
    }
  }
  return bytes;
}

function decodeJson(bytes: Buffer): string {
  const utf16 = bytes[0] === 0xff || bytes[0] === 0xfe || bytes[0] === 0 || bytes[1] === 0;
  if (!utf16) return new TextDecoder("utf-8").decode(bytes);
  const big = bytes[0] === 0xfe || bytes[0] === 0;
  return new TextDecoder(big ? "utf-16be" : "utf-16le").decode(bytes);
}

function textOf(bytes: Buffer, type: string | null): string {
  if (bytes.length === 0) return "";
  const charset = charsetOf(type);
  if (charset === null) return decodeGuessing(bytes);
  // ISO-8859-1 is meant as such here; the encoding standard of the web would read it as windows-1252.
  if (/^(?:iso-?8859-1|latin-?1)$/i.test(charset)) return bytes.toString("latin1");
  try {
    return new TextDecoder(charset, { ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  }
}

/** RFC 2616's default for text, UTF-8 for kinds of JSON, otherwise unknown (requests.utils.get_encoding_from_headers). */
function charsetOf(type: string | null): string | null {
  if (type === null) return null;
  const [kind = "", ...parameters] = type.split(";");
  const given = parameters
    .map((parameter) => /^\s*charset\s*=\s*(.*)$/i.exec(parameter)?.[1])
    .find((value) => value !== undefined);
  if (given !== undefined) return given.trim().replace(/^['"]+|['"]+$/g, "");
  if (kind.includes("text")) return "ISO-8859-1";
  return kind.includes("application/json") ? "utf-8" : null;
}
