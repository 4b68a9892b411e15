import type { Viewer } from "@morrow/domain/people";
import { calendarInvitation, type Invited } from "@morrow/domain/retrospectives";
import { formatReference } from "@morrow/domain/references";
import { sql } from "kysely";

import type { Trx } from "../../platform/db/index.ts";
import { Refusal } from "../../platform/http/refusal.ts";
import { audiencesIn } from "../people/index.ts";
import type { RetrospectiveDeps } from "./deps.ts";
import { attachment } from "./export/attachment.ts";
import { findRetrospective, type RetrospectiveRow } from "./find.ts";

/** The meeting as a calendar invitation. @throws Refusal not_found while no meeting is planned */
export function meetingInvitation(deps: RetrospectiveDeps, viewer: Viewer, ref: string): Promise<Response> {
  return deps.db.read(async (trx) => {
    const { incident, row } = await findRetrospective(trx, ref, await audiencesIn(trx, viewer));
    if (row.meeting === null) throw new Refusal("not_found");
    const reference = formatReference("INC", incident.number);
    const url = `${deps.publicUrl}/incidents/${reference}/retrospective`;
    const people = await invitedPeople(trx, row);
    const organizer = row.owner_id === null ? undefined : people.get(row.owner_id);
    const { at, zone, minutes, place } = row.meeting;
    const text = calendarInvitation({
      uid: `retrospective-${row.id}@morrow`,
      sequence: row.revision,
      start: at,
      zone,
      minutes,
      summary: `Retrospective ${reference}: ${incident.title}`,
      description: [place, `What we want to learn, and the timeline: ${url}`]
        .filter((line) => line !== "")
        .join("\n\n"),
      url,
      ...(organizer === undefined ? {} : { organizer }),
      attendees: [...people.values()],
      now: deps.now(),
    });
    return attachment(text, "text/calendar; charset=utf-8", `${reference}-retrospective.ics`);
  });
}

/** Owner, facilitator and stakeholders who have an account here, each once. */
async function invitedPeople(trx: Trx, row: RetrospectiveRow): Promise<Map<string, Invited>> {
  const named = [row.owner_id, row.facilitator_id, ...row.stakeholders.map(({ personId }) => personId)];
  const ids = [...new Set(named.filter((id) => id !== null))];
  if (ids.length === 0) return new Map();
  const people = await trx
    .selectFrom("person")
    .select(["id", "name", "email"])
    .where("id", "=", sql<string>`any(${ids}::uuid[])`)
    .where("active", "=", true)
    .orderBy("name")
    .execute();
  return new Map(people.map(({ id, name, email }) => [id, { name, email }]));
}
