import type { Viewer } from "@morrow/domain/people";
import { sql } from "kysely";

import { visible } from "../../platform/db/visible.ts";
import { Refusal } from "../../platform/http/refusal.ts";
import { audiencesIn } from "../people/index.ts";
import type { WriteupDeps } from "./deps.ts";

/** The file as it came, for whoever may see its incident. @throws Refusal not_found */
export async function originalOf(
  { db }: Pick<WriteupDeps, "db">,
  viewer: Viewer,
  id: string,
): Promise<{ path: string; bytes: Uint8Array<ArrayBuffer> }> {
  const row = await db.read(async (trx) =>
    trx
      .selectFrom("writeup")
      .innerJoin("writeup_file", "writeup_file.sha256", "writeup.sha256")
      .select(["writeup.path", "writeup_file.bytes"])
      .where("writeup.id", "=", id)
      .where(visible(sql.ref("writeup.audience"), await audiencesIn(trx, viewer)))
      .executeTakeFirst(),
  );
  if (row === undefined) throw new Refusal("not_found");
  return { path: row.path, bytes: new Uint8Array(row.bytes) };
}

/** Offered for saving and never shown as a page: what is in it was written by others. */
export function answerWithFile({ path, bytes }: { path: string; bytes: Uint8Array<ArrayBuffer> }): Response {
  const name = path.split(/[/\\]/).at(-1) || "write-up.md";
  const plain = name.replaceAll(/[^\w.() -]/g, "_");
  const encoded = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return new Response(bytes, {
    headers: {
      "content-type": "application/octet-stream",
      "content-length": String(bytes.byteLength),
      "content-disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
      "content-security-policy": "sandbox; default-src 'none'",
      "cache-control": "private, no-store",
    },
  });
}
