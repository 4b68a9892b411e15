import type { Person } from "@morrow/contract/people";

import type { Trx } from "../../platform/db/index.ts";
import { teamsOf, type PersonRow } from "./store.ts";

export async function presentPeople(trx: Trx, rows: readonly PersonRow[]): Promise<Person[]> {
  const teams = Map.groupBy(
    await teamsOf(
      trx,
      rows.map((row) => row.id),
    ),
    (team) => team.person_id,
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    active: row.active,
    teams: (teams.get(row.id) ?? []).map(({ id, name }) => ({ id, name })),
    createdAt: row.created_at,
    lastSeenOn: row.last_seen_on,
  }));
}

export async function presentPerson(trx: Trx, row: PersonRow): Promise<Person> {
  const [person] = await presentPeople(trx, [row]);
  if (person === undefined) throw new Error("one row in, one person out");
  return person;
}
