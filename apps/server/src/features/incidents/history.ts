import { incidentRoutes } from "@morrow/contract/incidents";
import type { Viewer } from "@morrow/domain/people";
import { sql } from "kysely";
import { z } from "zod";

import type { Trx } from "../../platform/db/index.ts";
import { visible } from "../../platform/db/visible.ts";
import { decodeCursor, pageOf } from "../../platform/http/cursor.ts";
import { namesOf } from "../people/index.ts";
import { audiencesIn } from "../people/index.ts";
import type { IncidentDeps } from "./deps.ts";
import { findIncident } from "./find.ts";

type HistoryAnswer = z.output<NonNullable<(typeof incidentRoutes.history)["answer"]>>;

const historyKey = z.tuple([z.int().min(1)]);

/** What the log says about an incident to this viewer, newest first. */
export function incidentHistory(
  deps: IncidentDeps,
  viewer: Viewer,
  ref: string,
  query: { cursor?: string | undefined; limit: number },
): Promise<HistoryAnswer> {
  const before = decodeCursor(historyKey, query.cursor);
  return deps.db.read(async (trx) => {
    const audiences = await audiencesIn(trx, viewer);
    const incident = await findIncident(trx, ref, audiences);
    let entries = trx
      .selectFrom("event")
      .select(["position", "at", "what", "actor_kind", "actor_id", "data"])
      .where("incident_id", "=", incident.id)
      .where(visible(sql.ref("event.audience"), audiences))
      .orderBy("position", "desc")
      .limit(query.limit + 1);
    if (before !== null) entries = entries.where("position", "<", before[0]);
    const page = pageOf(await entries.execute(), query.limit, (row) => [row.position]);
    const by = await actorsOf(trx, page.rows);
    return {
      items: page.rows.map((row) => ({
        position: row.position,
        at: row.at,
        what: row.what,
        by: by(row),
        data: row.data,
      })),
      next: page.next,
    };
  });
}

interface Acted {
  actor_kind: string;
  actor_id: string | null;
}

/** People by name; a token by the person it belongs to; Morrow itself otherwise. */
async function actorsOf(trx: Trx, rows: readonly Acted[]) {
  const tokenIds = rows.filter((row) => row.actor_kind === "token").map((row) => row.actor_id);
  const tokens = await trx
    .selectFrom("token")
    .select(["id", "person_id", "name"])
    .where("id", "=", sql<string>`any(${[...new Set(tokenIds)]}::uuid[])`)
    .execute();
  const byToken = new Map(tokens.map((token) => [token.id, token]));
  const people = rows.filter((row) => row.actor_kind === "person").map((row) => row.actor_id);
  const names = await namesOf(trx, [...people, ...tokens.map((token) => token.person_id)]);
  return ({ actor_kind, actor_id }: Acted): { id: string | null; name: string } => {
    if (actor_kind === "person" && actor_id !== null) return names.person(actor_id);
    const token = byToken.get(actor_id ?? "");
    if (token === undefined) return { id: null, name: actor_kind === "token" ? "a token" : "Morrow" };
    const person = names.person(token.person_id);
    return { id: person.id, name: `${person.name} (token “${token.name}”)` };
  };
}
