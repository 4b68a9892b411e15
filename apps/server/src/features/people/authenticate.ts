import type { Identity } from "../../platform/http/api.ts";
import { hashSecret } from "../../platform/auth/secret.ts";
import type { Database } from "../../platform/db/index.ts";
import { findSession, findToken, type SignedIn } from "./store.ts";

export const sessionCookie = "morrow_session";

/** Finds out who a request comes from: a Bearer token (session secret or API token), or the session cookie. */
export async function authenticate(db: Database, request: Request, now: string): Promise<Identity | null> {
  const secret = secretOf(request);
  if (secret === null) return null;
  const hash = hashSecret(secret);
  const found = await db.read((trx) =>
    secret.startsWith("mrt_") ? findToken(trx, hash, now) : findSession(trx, hash, now),
  );
  if (found === undefined) return null;
  if (!found.seen_today) await noteSeen(db, found, now.slice(0, 10));
  return identityOf(found);
}

/** The secret a request carries, of whichever kind; null when there is none. */
export function secretOf(request: Request): string | null {
  const bearer = /^Bearer (\S+)$/.exec(request.headers.get("authorization") ?? "")?.[1];
  if (bearer !== undefined) return bearer;
  const cookies = (request.headers.get("cookie") ?? "").split(";").map((pair) => pair.trim());
  const own = cookies.find((pair) => pair.startsWith(`${sessionCookie}=`));
  return own === undefined ? null : own.slice(sessionCookie.length + 1);
}

function identityOf(found: SignedIn): Identity {
  const { person_id: personId, role, team_ids: teamIds, scopes, token_id: tokenId } = found;
  return {
    viewer: { personId, role, teamIds, scopes },
    actor: tokenId === null ? { kind: "person", personId } : { kind: "token", tokenId, personId },
  };
}

/** A day is enough to see which accounts and tokens sleep; more would be watching people. */
async function noteSeen(db: Database, found: SignedIn, today: string): Promise<void> {
  await db.write(async (trx) => {
    await trx.updateTable("person").set({ last_seen_on: today }).where("id", "=", found.person_id).execute();
    if (found.token_id !== null)
      await trx.updateTable("token").set({ last_used_on: today }).where("id", "=", found.token_id).execute();
  });
}
