import { newSecret, sameSecret } from "../../platform/auth/secret.ts";
import { Refusal } from "../../platform/http/refusal.ts";
import type { Work } from "../../platform/spine/index.ts";
import type { PeopleDeps } from "./deps.ts";
import { addPerson, withHash } from "./joining.ts";
import { organisationName } from "./store.ts";

export interface FirstAdministrator {
  organisation: string;
  name: string;
  email: string;
  password: string;
}

/** An organisation is created once: by the one-time link that the server prints, or from its environment. */
export class Setup {
  readonly #deps: PeopleDeps;
  /** A new one each start; it opens nothing once the organisation exists. */
  readonly token = newSecret("mru");

  constructor(deps: PeopleDeps) {
    this.#deps = deps;
  }

  get link(): string {
    return `${this.#deps.publicUrl}/set-up#${this.token}`;
  }

  state(): Promise<{ done: boolean; organisation: string | null }> {
    return this.#deps.db.read(async (trx) => {
      const organisation = await organisationName(trx);
      return { done: organisation !== null, organisation };
    });
  }

  checkToken(token: string): void {
    if (!sameSecret(token, this.token)) throw new Refusal("setup.wrong_token");
  }

  /** @returns the new administrator's id. @throws Refusal setup.done */
  async complete(input: FirstAdministrator): Promise<string> {
    const person = await withHash({ ...input, role: "admin" });
    return this.#deps.spine.write({ actor: { kind: "system", personId: null } }, async (work) => {
      await createOrganisation(work, input.organisation);
      return (await addPerson(work, person)).id;
    });
  }
}

async function createOrganisation(work: Work, name: string): Promise<void> {
  const inserted = await work.trx
    .insertInto("organisation")
    .values({ one: true, name, created_at: work.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows !== 1n) throw new Refusal("setup.done");
  work.record({
    what: "organisation.created",
    subjectKind: "organisation",
    subjectId: name,
    incidentId: null,
    audience: "everyone",
    data: { name },
  });
}
