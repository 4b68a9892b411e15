import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";

import type { z } from "zod";

import { BackupDamaged } from "./errors.ts";
import { endSchema, type Manifest, manifestSchema, type Row, rowSchema, tableSchema } from "./format.ts";

export type Part =
  | { kind: "manifest"; manifest: Manifest }
  | { kind: "table"; name: string; columns: string[] }
  | { kind: "row"; row: Row };

/**
 * The parts of a backup in order. Throws BackupDamaged where it is not one, and at the latest at its end when it was
 * cut off, changed, or its counts don't agree: whoever uses the parts must be able to undo until then.
 */
export async function* readParts(source: Readable): AsyncGenerator<Part> {
  const digest = createHash("sha256");
  const counts = new Map<string, number>();
  let table: string | null = null;
  let started = false;
  for await (const line of readLines(source)) {
    const value = parseJson(line);
    if (!started) {
      yield { kind: "manifest", manifest: check(manifestSchema, value, "it is no Morrow backup") };
      started = true;
    } else if (Array.isArray(value)) {
      if (table === null) throw new BackupDamaged("a row stands before its table");
      counts.set(table, (counts.get(table) ?? 0) + 1);
      yield { kind: "row", row: check(rowSchema, value, `table ${table} holds a row that is none`) };
    } else if (isEnd(value)) {
      compareEnd(value, digest.digest("hex"), counts);
      return;
    } else {
      const header = check(tableSchema, value, "it holds a line of an unknown kind");
      table = header.table;
      counts.set(table, 0);
      yield { kind: "table", name: table, columns: header.columns.map(([name]) => name) };
    }
    digest.update(line).update("\n");
  }
  throw new BackupDamaged("its end is missing");
}

function compareEnd(value: unknown, sha256: string, counts: ReadonlyMap<string, number>): void {
  const end = check(endSchema, value, "its last line is damaged");
  if (end.sha256 !== sha256) throw new BackupDamaged("its checksum does not match");
  const counted = JSON.stringify(Object.fromEntries(counts));
  if (JSON.stringify(end.end) !== counted) throw new BackupDamaged("rows are missing");
}

function isEnd(value: unknown): boolean {
  return typeof value === "object" && value !== null && "end" in value;
}

function check<T>(schema: z.ZodType<T>, value: unknown, complaint: string): T {
  const result = schema.safeParse(value);
  if (!result.success) throw new BackupDamaged(complaint, { cause: result.error });
  return result.data;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new BackupDamaged("it holds a line that is no JSON", { cause: error });
  }
}

async function* readLines(source: Readable): AsyncGenerator<string> {
  const gunzip = createGunzip();
  source.on("error", (error) => gunzip.destroy(error));
  source.pipe(gunzip).setEncoding("utf8");
  let parts: string[] = [];
  try {
    for await (const chunk of gunzip) {
      const pieces = String(chunk).split("\n");
      const last = pieces.pop() ?? "";
      for (const piece of pieces) {
        yield parts.join("") + piece;
        parts = [];
      }
      parts.push(last);
    }
  } catch (error) {
    if (isZlibError(error)) throw new BackupDamaged("it is not whole, or no gzip file", { cause: error });
    throw error;
  } finally {
    source.unpipe(gunzip);
    gunzip.destroy();
    source.destroy();
  }
}

/** Node's codes for bad compressed data: Z_DATA_ERROR, Z_BUF_ERROR. */
function isZlibError(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith("Z_");
}
