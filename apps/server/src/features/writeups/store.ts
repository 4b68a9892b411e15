import type { Audiences } from "@morrow/domain/people";
import { formatReference } from "@morrow/domain/references";
import { sql } from "kysely";

import type { Trx } from "../../platform/db/index.ts";
import { visible } from "../../platform/db/visible.ts";

/** What was imported before. `ref` is null for whom its incident is not visible. */
export interface Earlier {
  ref: string | null;
}

/** The incident that was imported from these very bytes, if there is one. */
export async function importedFrom(
  trx: Trx,
  { sha256, part }: { sha256: string; part: number },
  audiences: Audiences,
): Promise<Earlier | null> {
  const row = await withVisibility(trx, audiences)
    .where("writeup.sha256", "=", sha256)
    .where("writeup.part", "=", part)
    .executeTakeFirst();
  return row === undefined ? null : earlierOf(row);
}

/** The incident that holds another version of this write-up: the same identity with other bytes. */
export async function otherVersionOf(
  trx: Trx,
  { sha256, identity }: { sha256: string; identity: string | null },
  audiences: Audiences,
): Promise<Earlier | null> {
  if (identity === null) return null;
  const row = await withVisibility(trx, audiences)
    .where("writeup.identity", "=", identity)
    .where("writeup.sha256", "<>", sha256)
    .orderBy("writeup.imported_at", "desc")
    .limit(1)
    .executeTakeFirst();
  if (row !== undefined) return earlierOf(row);
  const own = await ownExport(trx, identity, audiences);
  return own === undefined ? null : earlierOf(own);
}

/** An export of Morrow carries the id of its retrospective; it need not have come in as a file. */
async function ownExport(trx: Trx, identity: string, audiences: Audiences) {
  if (!/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(identity)) return undefined;
  return trx
    .selectFrom("incident")
    .leftJoin("retrospective", "retrospective.incident_id", "incident.id")
    .select(["incident.number", visible(sql.ref("incident.audience"), audiences).as("shown")])
    .where((eb) => eb.or([eb("incident.id", "=", identity), eb("retrospective.id", "=", identity)]))
    .limit(1)
    .executeTakeFirst();
}

function withVisibility(trx: Trx, audiences: Audiences) {
  return trx
    .selectFrom("writeup")
    .innerJoin("incident", "incident.id", "writeup.incident_id")
    .select(["incident.number", visible(sql.ref("writeup.audience"), audiences).as("shown")]);
}

function earlierOf({ number, shown }: { number: number; shown: unknown }): Earlier {
  return { ref: shown === true ? formatReference("INC", number) : null };
}

/** Lets one import of a write-up at a time go on, so that two at once do not both find it new. */
export async function holdIdentity(trx: Trx, key: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`writeup ${key}`}, 0))`.execute(trx);
}

/** Active people by their whole name in lower case; a name that two share is left out. */
export async function peopleByName(trx: Trx, names: readonly string[]): Promise<Map<string, string>> {
  if (names.length === 0) return new Map();
  const wanted = [...new Set(names.map((name) => name.toLowerCase()))];
  const rows = await trx
    .selectFrom("person")
    .select(["id", "name"])
    .where("active", "=", true)
    .where(sql<string>`lower(name)`, "=", sql<string>`any(${wanted}::text[])`)
    .execute();
  const byName = Map.groupBy(rows, (row) => row.name.toLowerCase());
  return new Map(
    [...byName].flatMap(([name, people]) => (people.length === 1 ? [[name, people[0]?.id ?? ""]] : [])),
  );
}
