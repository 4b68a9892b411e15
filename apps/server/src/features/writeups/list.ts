import type { writeupRoutes } from "@morrow/contract/writeups";
import type { Viewer } from "@morrow/domain/people";
import { formatReference } from "@morrow/domain/references";
import { sql } from "kysely";
import { z } from "zod";

import { visible } from "../../platform/db/visible.ts";
import { decodeCursor, instantKey, pageOf } from "../../platform/http/cursor.ts";
import { audiencesIn } from "../people/index.ts";
import type { WriteupDeps } from "./deps.ts";

type Answer = z.output<NonNullable<(typeof writeupRoutes.list)["answer"]>>;

const listKey = z.tuple([instantKey, z.uuid()]);

/** Imported write-ups that the viewer may see, newest first. */
export function listWriteups(
  { db }: Pick<WriteupDeps, "db">,
  viewer: Viewer,
  query: { cursor?: string | undefined; limit: number },
): Promise<Answer> {
  const after = decodeCursor(listKey, query.cursor);
  return db.read(async (trx) => {
    let rows = trx
      .selectFrom("writeup")
      .innerJoin("writeup_file", "writeup_file.sha256", "writeup.sha256")
      .innerJoin("incident", "incident.id", "writeup.incident_id")
      .select([
        "writeup.id",
        "writeup.path",
        "writeup.part",
        "writeup.sha256",
        "writeup_file.size",
        "writeup.imported_at",
        "incident.number",
      ])
      .where(visible(sql.ref("writeup.audience"), await audiencesIn(trx, viewer)))
      .orderBy("writeup.imported_at", "desc")
      .orderBy("writeup.id", "desc")
      .limit(query.limit + 1);
    if (after !== null)
      rows = rows.where(
        sql<boolean>`(writeup.imported_at, writeup.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`,
      );
    const page = pageOf(await rows.execute(), query.limit, (row) => [row.imported_at, row.id]);
    return {
      items: page.rows.map(({ id, path, part, sha256, size, imported_at, number }) => ({
        id,
        path,
        part,
        sha256,
        size,
        ref: formatReference("INC", number),
        importedAt: imported_at,
      })),
      next: page.next,
    };
  });
}
