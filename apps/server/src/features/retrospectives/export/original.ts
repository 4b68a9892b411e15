import type { Viewer } from "@morrow/domain/people";
import { formatReference } from "@morrow/domain/references";
import { sql } from "kysely";

import type { Trx } from "../../../platform/db/index.ts";
import { visible } from "../../../platform/db/visible.ts";
import { Refusal } from "../../../platform/http/refusal.ts";
import { findIncident } from "../../incidents/index.ts";
import { audiencesIn } from "../../people/index.ts";
import { attachment, fileName } from "./attachment.ts";

/** The file that an incident was imported from, byte for byte. @throws Refusal not_found where there is none */
export async function originalFile(trx: Trx, viewer: Viewer, ref: string): Promise<Response> {
  const audiences = await audiencesIn(trx, viewer);
  const incident = await findIncident(trx, ref, audiences);
  const file = await trx
    .selectFrom("writeup")
    .innerJoin("writeup_file", "writeup_file.sha256", "writeup.sha256")
    .select(["writeup_file.bytes"])
    .where("writeup.incident_id", "=", incident.id)
    .where(visible(sql.ref("writeup.audience"), audiences))
    .executeTakeFirst();
  if (file === undefined) throw new Refusal("not_found");
  const name = fileName(formatReference("INC", incident.number), incident.title, "md");
  return attachment(new Uint8Array(file.bytes), "application/octet-stream", name);
}
