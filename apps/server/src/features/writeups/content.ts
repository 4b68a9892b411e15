import { createHash } from "node:crypto";

import type { writeupFile } from "@morrow/contract/writeups";
import type { z } from "zod";

/** A file as it came, and its text where it has one. */
export interface WriteupContent {
  bytes: Buffer;
  sha256: string;
  /** Null when these bytes are no text. */
  text: string | null;
}

/** The bytes of a file and their text. What is kept are the bytes; the text is only read. */
export function contentOf(file: z.output<typeof writeupFile>): WriteupContent {
  const bytes = "text" in file ? Buffer.from(file.text, "utf8") : Buffer.from(file.base64, "base64");
  return { bytes, sha256: createHash("sha256").update(bytes).digest("hex"), text: textOf(bytes) };
}

function textOf(bytes: Buffer): string | null {
  const text = decode(bytes);
  // No text has NUL in it, and no database column takes it.
  return text === null || text.includes("\u0000") ? null : text;
}

/** UTF-16 says so in its first two bytes; what is not UTF-8 is what Windows wrote before. */
function decode(bytes: Buffer): string | null {
  const mark = bytes.subarray(0, 2).toString("hex");
  const encodings =
    mark === "fffe" ? ["utf-16le"] : mark === "feff" ? ["utf-16be"] : ["utf-8", "windows-1252"];
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return null;
}
