import type { Session } from "@morrow/contract/people";
import { permissionsOf, type Viewer } from "@morrow/domain/people";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { Temporal } from "temporal-polyfill";

import { hashPassword, verifyNothing, verifyPassword } from "../../platform/auth/password.ts";
import { hashSecret, newSecret } from "../../platform/auth/secret.ts";
import type { Trx } from "../../platform/db/index.ts";
import type { Caller } from "../../platform/http/caller.ts";
import { Refusal } from "../../platform/http/refusal.ts";
import type { PeopleDeps } from "./deps.ts";
import { presentPerson } from "./present.ts";
import { findCredentials, findPerson, organisationName } from "./store.ts";

const sessionDays = 30;

/** A session that was just opened: its secret goes into the cookie and is kept nowhere else. */
export interface OpenedSession {
  session: Session;
  secret: string;
  maxAge: number;
}

export class Sessions {
  readonly #deps: PeopleDeps;
  /** Ten tries a minute for one address from one place; wrong passwords are slow anyway. */
  readonly #attempts = new RateLimiterMemory({ points: 10, duration: 60 });

  constructor(deps: PeopleDeps) {
    this.#deps = deps;
  }

  async signIn(input: { email: string; password: string }, remote: string): Promise<OpenedSession> {
    await this.#countAttempt(`${remote} ${input.email}`);
    const found = await this.#deps.db.read(async (trx) => {
      if ((await organisationName(trx)) === null) throw new Refusal("setup.required");
      return findCredentials(trx, input.email);
    });
    const right =
      found?.active === true && found.password_hash !== null
        ? await verifyPassword(input.password, found.password_hash)
        : await verifyNothing(input.password);
    if (!right || found === undefined) throw new Refusal("session.wrong_credentials");
    return this.open(found.id);
  }

  /** Opens a session for a person who has just proved who they are. */
  async open(personId: string, { days } = { days: sessionDays }): Promise<OpenedSession> {
    const secret = newSecret("mrs");
    const now = Temporal.Instant.from(this.#deps.now());
    const expires = now.add({ hours: 24 * days });
    await this.#deps.db.write(async (trx) => {
      await trx.deleteFrom("session").where("expires_at", "<", now.toString()).execute();
      await trx
        .insertInto("session")
        .values({
          secret_hash: hashSecret(secret),
          person_id: personId,
          created_at: now.toString(),
          expires_at: expires.toString(),
        })
        .execute();
    });
    const session = await this.#present(personId, null);
    return { session, secret, maxAge: days * 86_400 };
  }

  show(viewer: Viewer): Promise<Session> {
    return this.#present(viewer.personId, viewer);
  }

  async #present(personId: string, viewer: Viewer | null): Promise<Session> {
    // Before anything else: what happens from now on is news.
    const position = await this.#deps.spine.head();
    return this.#deps.db.read((trx) => presentSession(trx, personId, { viewer, position }));
  }

  async signOut(secret: string): Promise<void> {
    await this.#deps.db.write((trx) =>
      trx.deleteFrom("session").where("secret_hash", "=", hashSecret(secret)).execute(),
    );
  }

  /** Other sessions end: whoever changes a password may have reason to. */
  async changePassword(
    caller: Caller,
    input: { current: string; next: string },
    keepSecret: string,
  ): Promise<void> {
    const { personId } = caller.viewer;
    await this.#countAttempt(`password ${personId}`);
    const row = await this.#deps.db.read((trx) =>
      trx.selectFrom("person").select("password_hash").where("id", "=", personId).executeTakeFirst(),
    );
    const right = row?.password_hash != null && (await verifyPassword(input.current, row.password_hash));
    if (!right) throw new Refusal("session.wrong_credentials");
    const passwordHash = await hashPassword(input.next);
    await this.#deps.spine.write({ actor: caller.actor }, async (work) => {
      await work.trx
        .updateTable("person")
        .set({ password_hash: passwordHash })
        .where("id", "=", personId)
        .execute();
      await work.trx
        .deleteFrom("session")
        .where("person_id", "=", personId)
        .where("secret_hash", "<>", hashSecret(keepSecret))
        .execute();
      work.record({
        what: "person.password_changed",
        subjectKind: "person",
        subjectId: personId,
        incidentId: null,
        audience: "members",
        data: {},
      });
    });
  }

  async #countAttempt(key: string): Promise<void> {
    try {
      await this.#attempts.consume(key);
    } catch (cause) {
      if (cause instanceof Error) throw cause;
      throw new Refusal("session.too_many_attempts");
    }
  }
}

async function presentSession(
  trx: Trx,
  personId: string,
  { viewer, position }: { viewer: Viewer | null; position: number },
): Promise<Session> {
  const row = await findPerson(trx, personId);
  if (row === undefined) throw new Refusal("session.required");
  const person = await presentPerson(trx, row);
  const own: Viewer = viewer ?? {
    personId,
    role: row.role,
    teamIds: person.teams.map((team) => team.id),
    scopes: null,
  };
  return {
    organisation: (await organisationName(trx)) ?? "",
    person,
    permissions: permissionsOf(own),
    scopes: own.scopes === null ? null : [...own.scopes],
    position,
  };
}
