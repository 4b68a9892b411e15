import { createHash } from "node:crypto";

import { type Attachment, maximumImageBytes } from "@morrow/contract/attachments";
import type { Viewer } from "@morrow/domain/people";
import { sql } from "kysely";

import type { Database } from "../../platform/db/index.ts";
import { visible } from "../../platform/db/visible.ts";
import { readBytes } from "../../platform/http/body.ts";
import type { Caller } from "../../platform/http/caller.ts";
import { Refusal } from "../../platform/http/refusal.ts";
import type { Spine } from "../../platform/spine/index.ts";
import { lockIncident } from "../incidents/index.ts";
import { audiencesIn } from "../people/index.ts";
import { readImage } from "./image.ts";

export interface AttachmentDeps {
  db: Database;
  spine: Spine;
}

/** Stores an image with an incident. */
export async function addAttachment(
  { spine }: AttachmentDeps,
  caller: Caller,
  { ref, name, request }: { ref: string; name: string | undefined; request: Request },
): Promise<Attachment> {
  const bytes = await readBytes(request, maximumImageBytes);
  const image = readImage(bytes);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  // The bytes are part of what was asked: the same key with another image is another request.
  const fingerprint = `${caller.request.fingerprint ?? ""}:${sha256}`;
  return spine.write({ ...caller.request, fingerprint }, async (work) => {
    const audiences = await audiencesIn(work.trx, caller.viewer);
    const incident = await lockIncident(work.trx, ref, audiences, "share");
    const row = { id: work.newId(), ...image, size: bytes.byteLength };
    await work.trx
      .insertInto("attachment")
      .values({
        ...row,
        incident_id: incident.id,
        audience: incident.audience,
        sha256,
        bytes: Buffer.from(bytes),
        name: name ?? null,
        created_at: work.now,
        created_by: caller.viewer.personId,
      })
      .execute();
    work.record({
      what: "attachment.added",
      subjectKind: "attachment",
      subjectId: row.id,
      incidentId: incident.id,
      audience: incident.audience,
      data: { type: image.type, size: row.size, name: name ?? null },
    });
    return { ...row, url: `/api/attachments/${row.id}` };
  });
}

/** An image for those who may see its incident. */
export async function showAttachment(
  { db }: AttachmentDeps,
  viewer: Viewer,
  id: string,
  request: Request,
): Promise<Response> {
  const known = request.headers.get("if-none-match") ?? "";
  const found = await db.read(async (trx) => {
    const audiences = await audiencesIn(trx, viewer);
    const row = await trx
      .selectFrom("attachment")
      .select(["type", "name", "sha256"])
      .where("id", "=", id)
      .where(visible(sql.ref("attachment.audience"), audiences))
      .executeTakeFirst();
    if (row === undefined) throw new Refusal("not_found");
    if (known.includes(`"${row.sha256}"`)) return { ...row, bytes: null };
    const { bytes } = await trx
      .selectFrom("attachment")
      .select("bytes")
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    return { ...row, bytes };
  });
  const headers = headersOf(found);
  if (found.bytes === null) return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(found.bytes), { status: 200, headers });
}

/** Shown as nothing but an image: nothing in it may run, and its type is the one we read ourselves. */
function headersOf(row: { type: string; name: string | null; sha256: string }): Record<string, string> {
  return {
    "content-type": row.type,
    "content-security-policy": "sandbox; default-src 'none'",
    "content-disposition": `inline; filename*=UTF-8''${fileName(row)}`,
    // The bytes of an id never change; only the viewer's own browser keeps them.
    "cache-control": "private, max-age=31536000, immutable",
    etag: `"${row.sha256}"`,
  };
}

/** RFC 5987; the ending follows the type. */
function fileName({ type, name }: { type: string; name: string | null }): string {
  const stem = (name ?? "image").replace(/\.[A-Za-z0-9]{1,5}$/, "").replaceAll(/[\\/]/g, "-") || "image";
  const encoded = encodeURIComponent(stem).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `${encoded}.${type === "image/jpeg" ? "jpg" : type.slice("image/".length)}`;
}
