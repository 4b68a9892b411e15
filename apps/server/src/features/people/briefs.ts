import type { PersonBrief } from "@morrow/contract/people";
import { sql } from "kysely";

import type { Trx } from "../../platform/db/index.ts";

/** Names for ids: how people and teams appear in everything else. */
export interface Names {
  person(id: string): PersonBrief;
  person(id: string | null): PersonBrief | null;
  team(id: string | null): { id: string; name: string } | null;
}

/** Looks up the names of people and teams in two queries, however many rows mention them. */
export async function namesOf(
  trx: Trx,
  people: Iterable<string | null>,
  teams: Iterable<string | null> = [],
): Promise<Names> {
  const personNames = await namesFrom(trx, "person", people);
  const teamNames = await namesFrom(trx, "team", teams);
  function person(id: string): PersonBrief;
  function person(id: string | null): PersonBrief | null;
  function person(id: string | null): PersonBrief | null {
    return id === null ? null : { id, name: personNames.get(id) ?? "somebody" };
  }
  return {
    person,
    team: (id) => (id === null ? null : { id, name: teamNames.get(id) ?? "a team" }),
  };
}

async function namesFrom(
  trx: Trx,
  table: "person" | "team",
  ids: Iterable<string | null>,
): Promise<Map<string, string>> {
  const wanted = [...new Set([...ids].filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await trx
    .selectFrom(table)
    .select(["id", "name"])
    .where("id", "=", sql<string>`any(${wanted}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}
