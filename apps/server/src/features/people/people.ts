import type { Person } from "@morrow/contract/people";
import type { Role } from "@morrow/domain/people";

import type { Caller } from "../../platform/http/caller.ts";
import { Refusal } from "../../platform/http/refusal.ts";
import type { PeopleDeps } from "./deps.ts";
import { addPerson, withHash } from "./joining.ts";
import { presentPeople, presentPerson } from "./present.ts";
import { countOtherAdmins, findPerson, listPeople } from "./store.ts";

export class People {
  readonly #deps: PeopleDeps;

  constructor(deps: PeopleDeps) {
    this.#deps = deps;
  }

  list(): Promise<{ items: Person[] }> {
    return this.#deps.db.read(async (trx) => ({ items: await presentPeople(trx, await listPeople(trx)) }));
  }

  async create(
    caller: Caller,
    input: { name: string; email: string; role: Role; password: string },
  ): Promise<Person> {
    const person = await withHash(input);
    return this.#deps.spine.write(caller.request, async (work) =>
      presentPerson(work.trx, await addPerson(work, person)),
    );
  }

  rename(caller: Caller, name: string): Promise<Person> {
    return this.#update(caller, caller.viewer.personId, { name });
  }

  change(
    caller: Caller,
    id: string,
    input: { name?: string | undefined; role?: Role | undefined; active?: boolean | undefined },
  ): Promise<Person> {
    return this.#update(caller, id, input);
  }

  #update(
    caller: Caller,
    id: string,
    input: { name?: string | undefined; role?: Role | undefined; active?: boolean | undefined },
  ): Promise<Person> {
    return this.#deps.spine.write(caller.request, async (work) => {
      const before = await findPerson(work.trx, id);
      if (before === undefined) throw new Refusal("not_found");
      const after = {
        ...before,
        name: input.name ?? before.name,
        role: input.role ?? before.role,
        active: input.active ?? before.active,
      };
      const stepsDown = before.role === "admin" && before.active && (after.role !== "admin" || !after.active);
      if (stepsDown && (await countOtherAdmins(work.trx, id)) === 0) throw new Refusal("person.last_admin");
      const { name, role, active } = after;
      await work.trx.updateTable("person").set({ name, role, active }).where("id", "=", id).execute();
      if (!active) await work.trx.deleteFrom("session").where("person_id", "=", id).execute();
      work.record({
        what: "person.changed",
        subjectKind: "person",
        subjectId: id,
        incidentId: null,
        audience: "everyone",
        data: {
          before: { name: before.name, role: before.role, active: before.active },
          after: { name, role, active },
        },
      });
      return presentPerson(work.trx, after);
    });
  }
}
