import type { DocumentKind } from "@morrow/domain/knowledge";
import type { Audiences } from "@morrow/domain/people";
import { formatReference } from "@morrow/domain/references";
import { sql } from "kysely";

import type { Trx } from "../../../platform/db/index.ts";
import { visible } from "../../../platform/db/visible.ts";

/** A document of the index that is about to be shown. */
export interface Found {
  id: string;
  kind: DocumentKind;
  incidentId: string | null;
}

/** What an answer says about a document beyond what the index holds. */
export interface Shown {
  /** The resource: for a piece of a timeline its incident. */
  id: string;
  /** INC-142 or CM-12. */
  ref: string;
  title: string;
  /** Path of the write-up it was imported from. */
  path: string | null;
}

/**
 * Those of the documents that the reader may see now, by document id, in three queries however many there are. The index
 * may lag behind by a moment; who may see something does not.
 */
export async function shownOf(
  trx: Trx,
  found: readonly Found[],
  audiences: Audiences,
): Promise<Map<string, Shown>> {
  const incidents = await incidentsShown(trx, found, audiences);
  const retrospectives = await idsShown(trx, "retrospective", found, audiences);
  const countermeasures = await idsShown(trx, "countermeasure", found, audiences);
  const shown = new Map<string, Shown>();
  for (const { id, kind, incidentId } of found) {
    const incident = incidentId === null ? undefined : incidents.get(incidentId);
    switch (kind) {
      case "incident":
      case "timeline":
        if (incident !== undefined) shown.set(id, incident);
        break;
      case "retrospective":
        if (incident !== undefined && retrospectives.has(id)) shown.set(id, { ...incident, id });
        break;
      case "countermeasure": {
        const countermeasure = countermeasures.get(id);
        if (countermeasure !== undefined)
          shown.set(id, {
            id,
            ref: formatReference("CM", countermeasure.number),
            title: countermeasure.title,
            path: null,
          });
        break;
      }
    }
  }
  return shown;
}

async function incidentsShown(
  trx: Trx,
  found: readonly Found[],
  audiences: Audiences,
): Promise<Map<string, Shown>> {
  const ids = [...new Set(found.map((one) => one.incidentId).filter((id) => id !== null))];
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom("incident")
    .leftJoin("writeup", "writeup.incident_id", "incident.id")
    .select(["incident.id", "incident.number", "incident.title", "writeup.path"])
    .where("incident.id", "=", sql<string>`any(${ids}::uuid[])`)
    .where(visible(sql.ref("incident.audience"), audiences))
    .execute();
  return new Map(
    rows.map(({ id, number, title, path }) => [id, { id, ref: formatReference("INC", number), title, path }]),
  );
}

async function idsShown(
  trx: Trx,
  kind: "retrospective" | "countermeasure",
  found: readonly Found[],
  audiences: Audiences,
): Promise<Map<string, { number: number; title: string }>> {
  const ids = found.filter((one) => one.kind === kind).map((one) => one.id);
  if (ids.length === 0) return new Map();
  const seen = visible(sql.ref("audience"), audiences);
  const among = sql`any(${ids}::uuid[])`;
  const { rows } =
    kind === "retrospective"
      ? await sql<{ id: string; number: number; title: string }>`
          select id, 0 as number, '' as title from retrospective where id = ${among} and ${seen}`.execute(trx)
      : await sql<{ id: string; number: number; title: string }>`
          select id, number, title from countermeasure where id = ${among} and ${seen}`.execute(trx);
  return new Map(rows.map((row) => [row.id, row]));
}
