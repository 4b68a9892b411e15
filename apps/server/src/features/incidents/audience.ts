import {
  type AskingIncident,
  type Audience,
  countermeasureAudience,
  incidentAudience,
  retrospectiveAudience,
} from "@morrow/domain/people";
import { sql } from "kysely";

import type { Trx } from "../../platform/db/index.ts";
import { changeEventAudience } from "../../platform/spine/index.ts";

interface Restrictable {
  id: string;
  restricted: boolean;
}

/** What the log says about these is for those who see the incident; everything else is told as its retrospective is. */
const subjectsOfIncident = ["incident", "timeline_event", "attachment", "writeup"];

/**
 * Gives everything that belongs to an incident the audience it has now: the incident, attachments, retrospective,
 * write-up, countermeasures that come from it, and what the log already says about all of these.
 * The incident must be held for update. A new table with an audience of an incident belongs here.
 */
export async function changeAudience(trx: Trx, incident: Restrictable): Promise<void> {
  const audience = incidentAudience(incident);
  await trx.updateTable("incident").set({ audience }).where("id", "=", incident.id).execute();
  await trx.updateTable("attachment").set({ audience }).where("incident_id", "=", incident.id).execute();
  await trx.updateTable("writeup").set({ audience }).where("incident_id", "=", incident.id).execute();
  const own = { incidentId: incident.id, kinds: subjectsOfIncident, among: true };
  await changeEventAudience(trx, own, audience);
  await changeRetrospective(trx, incident);
  await changeCountermeasures(trx, incident);
}

/** The retrospective, and what the log says about it and everything in it: a draft is for fewer people. */
async function changeRetrospective(trx: Trx, incident: Restrictable): Promise<void> {
  const row = await trx
    .selectFrom("retrospective")
    .select(["id", "state"])
    .where("incident_id", "=", incident.id)
    .executeTakeFirst();
  const audience = retrospectiveAudience(incident, row?.state ?? "draft");
  const others = { incidentId: incident.id, kinds: subjectsOfIncident, among: false };
  await changeEventAudience(trx, others, audience);
  if (row === undefined) return;
  await trx.updateTable("retrospective").set({ audience }).where("id", "=", row.id).execute();
  await changeEventAudience(trx, { kind: "retrospective", ids: [row.id] }, audience);
}

async function changeCountermeasures(trx: Trx, incident: Restrictable): Promise<void> {
  const rows = await trx
    .selectFrom("countermeasure_source")
    .select("countermeasure_id")
    .where("incident_id", "=", incident.id)
    .execute();
  await settleCountermeasureAudiences(
    trx,
    rows.map((row) => row.countermeasure_id),
  );
}

/**
 * Gives countermeasures, and what the log says about them, the audience that follows from the incidents that asked for
 * them, as these and their retrospectives are now. Call it after every change of sources, and when a retrospective is
 * published.
 * @returns each one's audience
 */
export async function settleCountermeasureAudiences(
  trx: Trx,
  countermeasureIds: readonly string[],
): Promise<Map<string, Audience>> {
  const settled = new Map<string, Audience>();
  if (countermeasureIds.length === 0) return settled;
  const wanted = sql<string>`any(${[...countermeasureIds]}::uuid[])`;
  const held = await trx
    .selectFrom("countermeasure")
    .select(["id", "audience"])
    .where("id", "=", wanted)
    .orderBy("id")
    .forUpdate()
    .execute();
  const sources = Map.groupBy(await askingIncidents(trx, countermeasureIds), (row) => row.countermeasure_id);
  for (const { id } of held)
    settled.set(id, countermeasureAudience((sources.get(id) ?? []).map(askingIncident)));
  const changed = held.filter(({ id, audience }) => settled.get(id) !== audience);
  for (const [audience, rows] of Map.groupBy(changed, ({ id }) => settled.get(id) ?? "members")) {
    const ids = rows.map(({ id }) => id);
    await trx
      .updateTable("countermeasure")
      .set({ audience })
      .where("id", "=", sql<string>`any(${ids}::uuid[])`)
      .execute();
    await changeEventAudience(trx, { kind: "countermeasure", ids }, audience);
  }
  return settled;
}

function askingIncidents(trx: Trx, countermeasureIds: readonly string[]) {
  return trx
    .selectFrom("countermeasure_source as source")
    .innerJoin("incident", "incident.id", "source.incident_id")
    .leftJoin("retrospective", "retrospective.incident_id", "incident.id")
    .select(["source.countermeasure_id", "incident.id", "incident.restricted", "retrospective.state"])
    .where("source.countermeasure_id", "=", sql<string>`any(${[...countermeasureIds]}::uuid[])`)
    .execute();
}

function askingIncident(row: Awaited<ReturnType<typeof askingIncidents>>[number]): AskingIncident {
  return { id: row.id, restricted: row.restricted, published: row.state === "published" };
}
