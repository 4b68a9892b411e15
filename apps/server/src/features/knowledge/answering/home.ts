import type { knowledgeRoutes } from "@morrow/contract/knowledge";
import type { Audiences, Viewer } from "@morrow/domain/people";
import { formatReference } from "@morrow/domain/references";
import { sql } from "kysely";
import { Temporal } from "temporal-polyfill";
import type { z } from "zod";

import type { Trx } from "../../../platform/db/index.ts";
import { visible } from "../../../platform/db/visible.ts";
import { audiencesIn, namesOf } from "../../people/index.ts";
import { dueForPerson, recentlyPublished } from "../../retrospectives/index.ts";
import type { KnowledgeDeps } from "../deps.ts";

type Home = z.output<NonNullable<(typeof knowledgeRoutes.home)["answer"]>>;

/** What fits on one page; the lists behind it hold the rest. */
const most = { openIncidents: 20, learned: 12, onThisDay: 5 };

/**
 * What needs the viewer, what was learned lately, and what happened on this day.
 * @param today civil date of the viewer
 */
export function homeOf(
  deps: Pick<KnowledgeDeps, "db" | "policy" | "now">,
  viewer: Viewer,
  today: string,
): Promise<Home> {
  return deps.db.read(async (trx) => {
    const audiences = await audiencesIn(trx, viewer);
    const { retrospectives, countermeasures } = await dueForPerson(deps, trx, viewer, today);
    return {
      retrospectives,
      countermeasures,
      openIncidents: await openIncidents(trx, audiences),
      learned: await recentlyPublished(deps, trx, audiences, most.learned),
      onThisDay: await onThisDay(trx, audiences, today),
    };
  });
}

/** Those whose effect is not over, the newest first, with who decides: the commander, or the deputy who stands in. */
async function openIncidents(trx: Trx, audiences: Audiences): Promise<Home["openIncidents"]> {
  const rows = await trx
    .selectFrom("incident")
    .select([
      "number",
      "title",
      "severity",
      "state",
      "happened_at as at",
      sql<string | null>`(
        select person_id from incident_role
        where incident_role.incident_id = incident.id and relinquished_at is null
          and role in ('incident_commander', 'deputy')
        order by role = 'incident_commander' desc, assumed_at, id limit 1)`.as("decides"),
    ])
    // Said twice: the first is the condition of the index.
    .where("state", "<>", "closed")
    .where("state", "in", ["open", "mitigated"])
    .where(visible(sql.ref("incident.audience"), audiences))
    .orderBy("happened_at", "desc")
    .orderBy("id", "desc")
    .limit(most.openIncidents)
    .execute();
  const names = await namesOf(
    trx,
    rows.map((row) => row.decides),
  );
  return rows.map(({ number, decides, ...row }) => ({
    ...row,
    ref: formatReference("INC", number),
    decides: names.person(decides)?.name ?? null,
  }));
}

/** Month and day of an incident as one number, in UTC. Written as in the index `incident_on_day`. */
const dayOfYear = sql<number>`(extract(month from (incident.happened_at at time zone 'UTC'))::int * 100
  + extract(day from (incident.happened_at at time zone 'UTC'))::int)`;

/** Incidents of earlier years that began on this day, those with a lesson first. */
async function onThisDay(trx: Trx, audiences: Audiences, today: string): Promise<Home["onThisDay"]> {
  const days = daysMeant(Temporal.PlainDate.from(today));
  const rows = await trx
    .selectFrom("incident")
    .leftJoin("retrospective", (join) =>
      join
        .onRef("retrospective.incident_id", "=", "incident.id")
        .on("retrospective.state", "=", "published")
        .on(visible(sql.ref("retrospective.audience"), audiences)),
    )
    .select([
      "incident.number",
      "incident.title",
      "incident.happened_at as at",
      sql<string>`coalesce(retrospective.document ->> 'lesson', '')`.as("lesson"),
    ])
    .where(sql<boolean>`${dayOfYear} = any(${days}::int[])`)
    .where("incident.happened_at_known", "=", true)
    .where("incident.happened_at", "<", sql<string>`(${today.slice(0, 4)} || '-01-01')::date::timestamptz`)
    .where(visible(sql.ref("incident.audience"), audiences))
    .orderBy(sql`retrospective.id is null`)
    .orderBy("incident.happened_at", "desc")
    .limit(most.onThisDay)
    .execute();
  return rows.map(({ number, ...row }) => ({ ref: formatReference("INC", number), ...row }));
}

/** The 29th of February is remembered on the 28th of years that have none. */
function daysMeant(day: Temporal.PlainDate): number[] {
  const own = day.month * 100 + day.day;
  return own === 228 && !day.inLeapYear ? [own, 229] : [own];
}
