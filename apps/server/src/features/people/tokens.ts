import type { Token } from "@morrow/contract/people";
import type { Scope } from "@morrow/domain/people";

import { hashSecret, newSecret } from "../../platform/auth/secret.ts";
import type { Caller } from "../../platform/http/caller.ts";
import { Refusal } from "../../platform/http/refusal.ts";
import type { PeopleDeps } from "./deps.ts";

const columns = ["id", "name", "scopes", "created_at", "expires_at", "last_used_on"] as const;

interface TokenRow {
  id: string;
  name: string;
  scopes: Scope[];
  created_at: string;
  expires_at: string | null;
  last_used_on: string | null;
}

export class Tokens {
  readonly #deps: PeopleDeps;

  constructor(deps: PeopleDeps) {
    this.#deps = deps;
  }

  list(caller: Caller): Promise<{ items: Token[] }> {
    return this.#deps.db.read(async (trx) => {
      const rows = await trx
        .selectFrom("token")
        .select(columns)
        .where("person_id", "=", caller.viewer.personId)
        .orderBy("created_at", "desc")
        .execute();
      return { items: rows.map(present) };
    });
  }

  /** The secret is shown once and stored only as a hash, so this answer is never kept for repeats. */
  create(
    caller: Caller,
    input: { name: string; scopes: Scope[]; expiresAt: string | null },
  ): Promise<{ token: Token; secret: string }> {
    const secret = newSecret("mrt");
    return this.#deps.spine.write({ actor: caller.actor }, async (work) => {
      const row: TokenRow = {
        id: work.newId(),
        name: input.name,
        scopes: [...new Set(input.scopes)],
        created_at: work.now,
        expires_at: input.expiresAt,
        last_used_on: null,
      };
      await work.trx
        .insertInto("token")
        .values({ ...row, person_id: caller.viewer.personId, secret_hash: hashSecret(secret) })
        .execute();
      work.record({
        what: "token.created",
        subjectKind: "token",
        subjectId: row.id,
        incidentId: null,
        audience: "members",
        data: { name: row.name, scopes: row.scopes },
      });
      return { token: present(row), secret };
    });
  }

  async withdraw(caller: Caller, id: string): Promise<void> {
    await this.#deps.spine.write(caller.request, async (work) => {
      const deleted = await work.trx
        .deleteFrom("token")
        .where("id", "=", id)
        .where("person_id", "=", caller.viewer.personId)
        .executeTakeFirst();
      if (deleted.numDeletedRows !== 1n) throw new Refusal("not_found");
      work.record({
        what: "token.withdrawn",
        subjectKind: "token",
        subjectId: id,
        incidentId: null,
        audience: "members",
        data: {},
      });
    });
  }
}

function present(row: TokenRow): Token {
  return {
    id: row.id,
    name: row.name,
    scopes: row.scopes,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedOn: row.last_used_on,
  };
}
