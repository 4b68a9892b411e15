import { sql } from "kysely";

import type { Trx } from "../db/transactions.ts";

/** Events of one incident whose subject is (`among`), or is not, of these kinds; or events of named subjects. */
export type EventSubjects =
  | { incidentId: string; kinds: readonly string[]; among: boolean }
  | { kind: string; ids: readonly string[] };

/**
 * The one thing about an event that can change later is who may learn of it: when an incident is restricted, what was
 * said about it while it was open must not stay readable.
 */
export async function changeEventAudience(
  trx: Trx,
  subjects: EventSubjects,
  audience: string,
): Promise<void> {
  const chosen =
    "incidentId" in subjects
      ? sql<boolean>`incident_id = ${subjects.incidentId}::uuid
          and (subject_kind = any(${[...subjects.kinds]}::text[])) = ${subjects.among}::boolean`
      : sql<boolean>`subject_kind = ${subjects.kind} and subject_id = any(${[...subjects.ids]}::text[])`;
  await sql`update event set audience = ${audience} where ${chosen}`.execute(trx);
}
