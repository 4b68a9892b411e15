import { z } from "zod";

import { Refusal } from "./refusal.ts";

/** Parts of a key that every kind of column can be compared with: what a row holds, and nothing that PostgreSQL refuses. */
export const instantKey = z.iso.datetime().refine((value) => !value.startsWith("0000"));
export const dateKey = z.iso.date().refine((value) => !value.startsWith("0000"));
export const integerKey = z.int32();

/** The sort key of the last row of a page, as text that fits into an address. */
export function encodeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

/** The key behind a cursor; null where there is none. @throws Refusal input.invalid for one that we did not make */
export function decodeCursor<S extends z.ZodType>(schema: S, text: string | undefined): z.output<S> | null {
  if (text === undefined) return null;
  const parsed = schema.safeParse(readKey(text));
  if (parsed.success) return parsed.data;
  throw new Refusal("input.invalid", {
    fields: [
      {
        path: ["query", "cursor"],
        code: "invalid_cursor",
        message: "This is not a place in the list. Start again without a cursor.",
      },
    ],
  });
}

function readKey(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
  } catch {
    // What cannot be read is refused by the schema like any other wrong key.
    return null;
  }
}

/** Cuts rows that were read with `limit + 1` into a page, and says where the next one starts. */
export function pageOf<Row>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => readonly (string | number)[],
): { rows: Row[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null };
}
