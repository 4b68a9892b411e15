import type { Team } from "@morrow/contract/people";
import { sql } from "kysely";

import type { Trx } from "../../platform/db/index.ts";
import type { Caller } from "../../platform/http/caller.ts";
import { Refusal } from "../../platform/http/refusal.ts";
import type { PeopleDeps } from "./deps.ts";

export class Teams {
  readonly #deps: PeopleDeps;

  constructor(deps: PeopleDeps) {
    this.#deps = deps;
  }

  list(): Promise<{ items: Team[] }> {
    return this.#deps.db.read(async (trx) => ({ items: await presentTeams(trx, null) }));
  }

  create(caller: Caller, input: { name: string; memberIds: string[] }): Promise<Team> {
    return this.#deps.spine.write(caller.request, async (work) => {
      const id = work.newId();
      await refuseTakenName(work.trx, input.name, id);
      await work.trx.insertInto("team").values({ id, name: input.name, created_at: work.now }).execute();
      await setMembers(work.trx, id, input.memberIds);
      work.record({
        what: "team.created",
        subjectKind: "team",
        subjectId: id,
        incidentId: null,
        audience: "everyone",
        data: { name: input.name, members: input.memberIds },
      });
      return one(work.trx, id);
    });
  }

  change(
    caller: Caller,
    id: string,
    input: { name?: string | undefined; memberIds?: string[] | undefined },
  ): Promise<Team> {
    return this.#deps.spine.write(caller.request, async (work) => {
      const before = await one(work.trx, id);
      if (input.name !== undefined) {
        await refuseTakenName(work.trx, input.name, id);
        await work.trx.updateTable("team").set({ name: input.name }).where("id", "=", id).execute();
      }
      if (input.memberIds !== undefined) await setMembers(work.trx, id, input.memberIds);
      const after = await one(work.trx, id);
      work.record({
        what: "team.changed",
        subjectKind: "team",
        subjectId: id,
        incidentId: null,
        audience: "everyone",
        data: { before: summary(before), after: summary(after) },
      });
      return after;
    });
  }
}

function summary(team: Team): { name: string; members: string[] } {
  return { name: team.name, members: team.members.map((member) => member.id) };
}

async function refuseTakenName(trx: Trx, name: string, exceptId: string): Promise<void> {
  const taken = await trx
    .selectFrom("team")
    .select("id")
    .where(sql<boolean>`lower(name) = lower(${name})`)
    .where("id", "<>", exceptId)
    .executeTakeFirst();
  if (taken === undefined) return;
  throw new Refusal("team.name_taken", {
    fields: [
      { path: ["body", "name"], code: "name_taken", message: "There is already a team of this name." },
    ],
  });
}

async function setMembers(trx: Trx, teamId: string, memberIds: readonly string[]): Promise<void> {
  const wanted = [...new Set(memberIds)];
  const known = await trx
    .selectFrom("person")
    .select("id")
    .where("id", "=", sql<string>`any(${wanted}::uuid[])`)
    .execute();
  const unknown = wanted.filter((id) => !known.some((row) => row.id === id));
  if (unknown.length > 0) {
    throw new Refusal("input.rule", {
      fields: [
        { path: ["body", "memberIds"], code: "unknown_person", message: "There is no such person here." },
      ],
    });
  }
  await trx.deleteFrom("team_member").where("team_id", "=", teamId).execute();
  if (wanted.length > 0)
    await trx
      .insertInto("team_member")
      .values(wanted.map((person_id) => ({ team_id: teamId, person_id })))
      .execute();
}

async function one(trx: Trx, id: string): Promise<Team> {
  const [team] = await presentTeams(trx, id);
  if (team === undefined) throw new Refusal("not_found");
  return team;
}

async function presentTeams(trx: Trx, id: string | null): Promise<Team[]> {
  let query = trx
    .selectFrom("team")
    .leftJoin("team_member", "team_member.team_id", "team.id")
    .leftJoin("person", "person.id", "team_member.person_id")
    .select(["team.id", "team.name", "person.id as person_id", "person.name as person_name"])
    .orderBy("team.name")
    .orderBy("team.id")
    .orderBy("person.name");
  if (id !== null) query = query.where("team.id", "=", id);
  const grouped = Map.groupBy(await query.execute(), (row) => row.id);
  return [...grouped].map(([teamId, rows]) => ({
    id: teamId,
    name: rows[0]?.name ?? "",
    members: rows.flatMap((row) =>
      row.person_id === null ? [] : [{ id: row.person_id, name: row.person_name ?? "" }],
    ),
  }));
}
