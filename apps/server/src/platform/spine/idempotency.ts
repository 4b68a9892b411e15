import type { JsonValue } from "../db/json.ts";
import { jsonb } from "../db/json.ts";
import type { Trx } from "../db/transactions.ts";
import { type Actor, actorId } from "./event.ts";
import { IdempotencyKeyReused } from "./errors.ts";

/** A request that may come twice: the same actor, key and fingerprint mean the same request. */
export interface Once {
  actor: string;
  key: string;
  /** A digest of what was asked (route and body). */
  fingerprint: string;
}

export function onceOf(actor: Actor, key: string, fingerprint: string): Once {
  return { actor: `${actor.kind}:${actorId(actor) ?? ""}`, key, fingerprint };
}

/**
 * Claims the request, or returns the answer it was given before. A second one that comes while the first still runs
 * waits for it inside the insert. Throws IdempotencyKeyReused.
 */
export async function claim(
  trx: Trx,
  once: Once,
  now: string,
): Promise<{ claimed: true } | { claimed: false; result: JsonValue | null }> {
  const inserted = await trx
    .insertInto("idempotency")
    .values({ actor: once.actor, key: once.key, fingerprint: once.fingerprint, result: null, at: now })
    .onConflict((conflict) => conflict.columns(["actor", "key"]).doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 1n) return { claimed: true };
  const earlier = await trx
    .selectFrom("idempotency")
    .select(["fingerprint", "result"])
    .where("actor", "=", once.actor)
    .where("key", "=", once.key)
    .executeTakeFirstOrThrow();
  if (earlier.fingerprint !== once.fingerprint) throw new IdempotencyKeyReused(once.key);
  return { claimed: false, result: earlier.result };
}

export async function storeAnswer(trx: Trx, once: Once, result: JsonValue): Promise<void> {
  await trx
    .updateTable("idempotency")
    .set({ result: jsonb(result) })
    .where("actor", "=", once.actor)
    .where("key", "=", once.key)
    .execute();
}
