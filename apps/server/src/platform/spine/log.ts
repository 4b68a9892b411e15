import { sql } from "kysely";

import type { Trx } from "../db/transactions.ts";
import { type Actor, actorId, type Audiences, type NewEvent, type StoredEvent } from "./event.ts";

/** The channel on which PostgreSQL carries the newest position to the other processes. */
export const newsChannel = "morrow_event";

export interface EventToAppend extends NewEvent {
  id: string;
}

/**
 * Appends events and returns the position of the last. Must be the last statement of its transaction: it takes the row
 * lock on the head, so from here to the commit no other writer gets a position. That makes position order commit order.
 */
export async function append(
  trx: Trx,
  actor: Actor,
  at: string,
  events: readonly EventToAppend[],
): Promise<number> {
  const rows = JSON.stringify(events.map((event, index) => ({ ...event, ordinal: index + 1 })));
  const result = await sql<{ head: number }>`
    with head as (
      update event_head set position = position + ${events.length}::int returning position
    ), added as (
      insert into event
        (position, id, at, actor_kind, actor_id, what, subject_kind, subject_id, incident_id, audience, data)
      select head.position - ${events.length}::int + row.ordinal, row.id, ${at}::timestamptz, ${actor.kind}, ${actorId(actor)},
        row.what, row."subjectKind", row."subjectId", row."incidentId", row.audience, coalesce(row.data, 'null'::jsonb)
      from head, jsonb_to_recordset(${rows}::jsonb) as row(
        ordinal int, id uuid, what text, "subjectKind" text, "subjectId" text, "incidentId" uuid, audience text, data jsonb)
    )
    select position as head, pg_notify(${newsChannel}, position::text) from head`.execute(trx);
  const head = result.rows[0]?.head;
  if (head === undefined) throw new Error("The event head is missing: the database was not migrated");
  return head;
}

/** Events after a position, oldest first. */
export async function readEvents(
  trx: Trx,
  after: number,
  limit: number,
  audiences: Audiences,
): Promise<StoredEvent[]> {
  let query = trx
    .selectFrom("event")
    .selectAll()
    .where("position", ">", after)
    .orderBy("position")
    .limit(limit);
  if (audiences.kind === "list") {
    query = query.where(({ eb, val }) => eb("audience", "=", eb.fn.any(val([...audiences.audiences]))));
  }
  const rows = await query.execute();
  return rows.map((row) => ({
    position: row.position,
    id: row.id,
    at: row.at,
    actorKind: actorKind(row.actor_kind),
    actorId: row.actor_id,
    what: row.what,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    incidentId: row.incident_id,
    audience: row.audience,
    data: row.data,
  }));
}

function actorKind(text: string): Actor["kind"] {
  if (text === "person" || text === "token" || text === "system") return text;
  throw new TypeError(`The log holds an actor of unknown kind ${text}`);
}

export async function readHead(trx: Trx): Promise<number> {
  const head = await trx.selectFrom("event_head").select("position").executeTakeFirstOrThrow();
  return head.position;
}
