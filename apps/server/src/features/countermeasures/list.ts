import { civilDateAt } from "@morrow/domain/calendar";
import type { Countermeasure, countermeasureRoutes } from "@morrow/contract/countermeasures";
import type { Viewer } from "@morrow/domain/people";
import { sql } from "kysely";
import { z } from "zod";

import type { Trx } from "../../platform/db/index.ts";
import { titleHolds } from "../../platform/db/title-words.ts";
import { visible } from "../../platform/db/visible.ts";
import { dateKey, decodeCursor, encodeCursor, integerKey } from "../../platform/http/cursor.ts";
import { findIncident } from "../incidents/index.ts";
import type { CountermeasureDeps } from "./deps.ts";
import type { CountermeasureRow } from "./find.ts";
import { presentCountermeasures } from "./present.ts";
import { type Reading, readingFor } from "./reading.ts";

export type CountermeasureQuery = z.output<NonNullable<(typeof countermeasureRoutes.list)["query"]>>;

/** The last row of a page: whether it was still open, its date ("" for none) and its number. */
const listKey = z.tuple([z.enum(["open", "closed"]), z.union([dateKey, z.literal("")]), integerKey]);
type Key = z.output<typeof listKey>;

const openStates = ["idea", "accepted", "in_progress"] as const;
const promisedStates = ["accepted", "in_progress"] as const;
const due = sql<string>`coalesce(countermeasure.due_on, 'infinity'::date)`;

/**
 * A page of the countermeasures that the viewer may see: open ones by target date, those without one after them, then
 * the finished and given up, newest first. Remarks are still to come.
 */
export function listCountermeasures(
  deps: CountermeasureDeps,
  viewer: Viewer,
  query: CountermeasureQuery,
): Promise<{ items: Countermeasure[]; next: string | null }> {
  const after = decodeCursor(listKey, query.cursor);
  return deps.db.read(async (trx) => {
    const reading = await readingFor(deps, trx, viewer);
    const incidentId =
      query.incident === undefined ? null : (await findIncident(trx, query.incident, reading.audiences)).id;
    const matching = () => filtered(trx, query, reading, incidentId);
    const wanted = query.limit + 1;
    const open = after?.[0] === "closed" ? [] : await openPart(matching(), after, wanted);
    const closed = open.length >= wanted ? [] : await closedPart(matching(), after, wanted - open.length);
    const rows = [...open, ...closed];
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    return {
      items: await presentCountermeasures(trx, shown, reading),
      next: rows.length > query.limit && last !== undefined ? encodeCursor(keyOf(last)) : null,
    };
  });
}

function keyOf(row: CountermeasureRow): Key {
  const isOpen = openStates.some((state) => state === row.state);
  return [isOpen ? "open" : "closed", row.due_on ?? "", row.number];
}

/** The two parts are read one after the other, so that each follows its own index. */
function openPart(rows: Matching, after: Key | null, limit: number): Promise<CountermeasureRow[]> {
  let part = rows
    .where("countermeasure.state", "in", [...openStates])
    .orderBy(due)
    .orderBy("countermeasure.number")
    .limit(limit);
  if (after !== null) {
    const date = after[1] === "" ? "infinity" : after[1];
    part = part.where(sql<boolean>`(${due}, countermeasure.number) > (${date}::date, ${after[2]}::bigint)`);
  }
  return part.execute();
}

function closedPart(rows: Matching, after: Key | null, limit: number): Promise<CountermeasureRow[]> {
  let part = rows
    .where("countermeasure.state", "not in", [...openStates])
    .orderBy("countermeasure.number", "desc")
    .limit(limit);
  if (after?.[0] === "closed") part = part.where("countermeasure.number", "<", after[2]);
  return part.execute();
}

type Matching = ReturnType<typeof filtered>;

/** Filters combine; within one filter any of the values will do. */
function filtered(trx: Trx, query: CountermeasureQuery, reading: Reading, incidentId: string | null) {
  let rows = trx
    .selectFrom("countermeasure")
    .selectAll("countermeasure")
    .where(visible(sql.ref("countermeasure.audience"), reading.audiences));
  if (query.state) rows = rows.where(isOneOf("state", query.state));
  if (query.strength) rows = rows.where(isOneOf("strength", query.strength));
  if (query.kind) rows = rows.where(isOneOf("kind", query.kind));
  if (query.owner === "none") rows = rows.where("countermeasure.owner_id", "is", null);
  else if (query.owner !== undefined)
    rows = rows.where("countermeasure.owner_id", "=", query.owner === "me" ? reading.personId : query.owner);
  if (query.team !== undefined) rows = rows.where("countermeasure.team_id", "=", query.team);
  const words = titleHolds(sql.ref("countermeasure.title"), query.text ?? "");
  if (words !== undefined) rows = rows.where(words);
  if (query.overdue !== undefined)
    rows = rows.where(sql<boolean>`${overdueAt(reading)} = ${query.overdue}::boolean`);
  if (incidentId !== null)
    rows = rows.where(({ exists, selectFrom }) =>
      exists(
        selectFrom("countermeasure_source as source")
          .select("source.incident_id")
          .whereRef("source.countermeasure_id", "=", "countermeasure.id")
          .where("source.incident_id", "=", incidentId),
      ),
    );
  return rows;
}

/** The rule of `isOverdue`, as part of a query. */
function overdueAt({ now, zone }: Reading) {
  return sql<boolean>`coalesce(countermeasure.state = any(${[...promisedStates]}::text[])
    and countermeasure.due_on < ${civilDateAt(now, zone)}::date, false)`;
}

function isOneOf(column: "state" | "strength" | "kind", values: readonly string[]) {
  return sql<boolean>`${sql.ref(`countermeasure.${column}`)} = any(${[...values]}::text[])`;
}
