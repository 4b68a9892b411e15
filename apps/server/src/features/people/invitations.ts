import type { Invitation } from "@morrow/contract/people";
import type { Role } from "@morrow/domain/people";
import { Temporal } from "temporal-polyfill";

import { hashSecret, newSecret } from "../../platform/auth/secret.ts";
import type { Trx } from "../../platform/db/index.ts";
import type { Caller } from "../../platform/http/caller.ts";
import { Refusal } from "../../platform/http/refusal.ts";
import { namesOf } from "./briefs.ts";
import type { PeopleDeps } from "./deps.ts";
import { addPerson, withHash } from "./joining.ts";
import { organisationName } from "./store.ts";

const validDays = 7;

interface OpenInvitation {
  id: string;
  email: string | null;
  role: Role;
  created_at: string;
  expires_at: string;
  invited_by: string;
}

export class Invitations {
  readonly #deps: PeopleDeps;

  constructor(deps: PeopleDeps) {
    this.#deps = deps;
  }

  list(): Promise<{ items: Invitation[] }> {
    return this.#deps.db.read(async (trx) => {
      const rows = await openInvitations(trx, this.#deps.now()).orderBy("created_at", "desc").execute();
      return { items: await present(trx, rows) };
    });
  }

  /** The link is shown once; only a hash of its secret is stored, so a repeat of the request makes another one. */
  create(
    caller: Caller,
    input: { role: Role; email: string | null },
  ): Promise<{ invitation: Invitation; link: string }> {
    const secret = newSecret("mri");
    return this.#deps.spine.write({ actor: caller.actor }, async (work) => {
      const row: OpenInvitation = {
        id: work.newId(),
        email: input.email,
        role: input.role,
        created_at: work.now,
        expires_at: Temporal.Instant.from(work.now)
          .add({ hours: 24 * validDays })
          .toString(),
        invited_by: caller.viewer.personId,
      };
      await work.trx
        .insertInto("invitation")
        .values({ ...row, secret_hash: hashSecret(secret), accepted_by: null })
        .execute();
      work.record({
        what: "invitation.created",
        subjectKind: "invitation",
        subjectId: row.id,
        incidentId: null,
        audience: "members",
        data: { role: row.role },
      });
      const [invitation] = await present(work.trx, [row]);
      if (invitation === undefined) throw new Error("one row in, one invitation out");
      return { invitation, link: `${this.#deps.publicUrl}/invitations/${secret}` };
    });
  }

  async withdraw(caller: Caller, id: string): Promise<void> {
    await this.#deps.spine.write(caller.request, async (work) => {
      const deleted = await work.trx
        .deleteFrom("invitation")
        .where("id", "=", id)
        .where("accepted_by", "is", null)
        .executeTakeFirst();
      if (deleted.numDeletedRows !== 1n) throw new Refusal("not_found");
      work.record({
        what: "invitation.withdrawn",
        subjectKind: "invitation",
        subjectId: id,
        incidentId: null,
        audience: "members",
        data: {},
      });
    });
  }

  show(
    secret: string,
  ): Promise<{ organisation: string; role: Role; email: string | null; expiresAt: string }> {
    return this.#deps.db.read(async (trx) => {
      const row = await findOpen(trx, secret, this.#deps.now());
      return {
        organisation: (await organisationName(trx)) ?? "",
        role: row.role,
        email: row.email,
        expiresAt: row.expires_at,
      };
    });
  }

  /** @returns the id of the person who joined */
  async accept(secret: string, input: { name: string; email: string; password: string }): Promise<string> {
    const hashed = await withHash({ ...input, role: "reader" });
    return this.#deps.spine.write({ actor: { kind: "system", personId: null } }, async (work) => {
      const invitation = await findOpen(work.trx, secret, work.now);
      const person = await addPerson(work, { ...hashed, role: invitation.role });
      await work.trx
        .updateTable("invitation")
        .set({ accepted_by: person.id })
        .where("id", "=", invitation.id)
        .execute();
      return person.id;
    });
  }
}

function openInvitations(trx: Trx, now: string) {
  return trx
    .selectFrom("invitation")
    .select(["id", "email", "role", "created_at", "expires_at", "invited_by"])
    .where("accepted_by", "is", null)
    .where("expires_at", ">", now);
}

async function findOpen(trx: Trx, secret: string, now: string): Promise<OpenInvitation> {
  const row = await openInvitations(trx, now)
    .where("secret_hash", "=", hashSecret(secret))
    .executeTakeFirst();
  if (row === undefined) throw new Refusal("invitation.invalid");
  return row;
}

async function present(trx: Trx, rows: readonly OpenInvitation[]): Promise<Invitation[]> {
  const names = await namesOf(
    trx,
    rows.map((row) => row.invited_by),
  );
  return rows.map((row) => ({
    id: row.id,
    email: row.email,
    role: row.role,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    invitedBy: names.person(row.invited_by),
  }));
}
