import { sql } from "kysely";

import type { Trx } from "../../../platform/db/index.ts";
import type { WholeRetrospective } from "./gather.ts";

/** A page beyond this could not be opened on a phone; further images are left out. */
const mostBytes = 20_000_000;

const mention = /\/api\/attachments\/([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})/g;

/** The incident's own attachments that its texts show, as `data:` addresses by id. Others' are not looked up. */
export async function imagesOf(trx: Trx, whole: WholeRetrospective): Promise<Map<string, string>> {
  const { incident, retrospective, timeline } = whole;
  const texts = [
    incident.summary,
    JSON.stringify(retrospective.document),
    ...timeline.map(({ body }) => body),
  ];
  const ids = new Set(texts.flatMap((text) => [...text.matchAll(mention)].map((match) => match[1] ?? "")));
  const images = new Map<string, string>();
  if (ids.size === 0) return images;
  const sizes = await trx
    .selectFrom("attachment")
    .select(["id", "size"])
    .where("incident_id", "=", incident.id)
    .where("id", "=", sql<string>`any(${[...ids]}::uuid[])`)
    .execute();
  let bytes = 0;
  for (const { id, size } of sizes) {
    bytes += size;
    if (bytes > mostBytes) break;
    const row = await trx
      .selectFrom("attachment")
      .select(["type", "bytes"])
      .where("id", "=", id)
      .executeTakeFirst();
    if (row !== undefined) images.set(id, `data:${row.type};base64,${row.bytes.toString("base64")}`);
  }
  return images;
}
