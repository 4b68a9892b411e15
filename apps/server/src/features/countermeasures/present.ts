import type { Countermeasure } from "@morrow/contract/countermeasures";
import { isOverdue, weight } from "@morrow/domain/countermeasures";
import { formatReference } from "@morrow/domain/references";

import type { Trx } from "../../platform/db/index.ts";
import { namesOf } from "../people/index.ts";
import type { CountermeasureRow } from "./find.ts";
import type { Reading } from "./reading.ts";
import { datesOf, numbersOf, sourcesOf, votesOf } from "./store.ts";

/** Rows as the contract shows them, in the same order, in six queries however many there are. Remarks come later. */
export async function presentCountermeasures(
  trx: Trx,
  rows: readonly CountermeasureRow[],
  reading: Reading,
): Promise<Countermeasure[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const mergedInto = rows.map((row) => row.merged_into).filter((id) => id !== null);
  const dates = await datesOf(trx, ids);
  const names = await namesOf(
    trx,
    [...rows.flatMap((row) => [row.owner_id, row.created_by]), ...dates.map((date) => date.by)],
    rows.map((row) => row.team_id),
  );
  const datesById = Map.groupBy(dates, (date) => date.countermeasure_id);
  const sources = Map.groupBy(
    await sourcesOf(trx, ids, reading.audiences),
    (source) => source.countermeasure_id,
  );
  const votes = new Map(
    (await votesOf(trx, ids, reading.personId)).map((vote) => [vote.countermeasure_id, vote]),
  );
  const numbers = new Map(
    (mergedInto.length === 0 ? [] : await numbersOf(trx, mergedInto, reading.audiences)).map((row) => [
      row.id,
      row.number,
    ]),
  );

  return rows.map((row) => {
    const shownSources = (sources.get(row.id) ?? []).map(({ id, number, title }) => ({
      incidentId: id,
      ref: formatReference("INC", number),
      title,
    }));
    const target = row.merged_into === null ? undefined : numbers.get(row.merged_into);
    return {
      id: row.id,
      ref: formatReference("CM", row.number),
      revision: row.revision,
      title: row.title,
      body: row.body,
      state: row.state,
      kind: row.kind,
      strength: row.strength,
      owner: names.person(row.owner_id),
      ownerName: row.owner_name,
      team: names.team(row.team_id),
      dueOn: row.due_on,
      overdue: isOverdue({ state: row.state, dueOn: row.due_on }, reading.now, reading.zone),
      dates: (datesById.get(row.id) ?? []).map((date) => ({
        dueOn: date.due_on,
        setAt: date.set_at,
        by: names.person(date.by),
      })),
      priority: row.priority,
      ticket: row.ticket,
      reason: row.reason,
      evidence: row.evidence,
      mergedInto: target === undefined ? null : formatReference("CM", target),
      sources: shownSources,
      weight: weight(shownSources),
      votes: presentVotes(votes.get(row.id)),
      remarks: [],
      restricted: row.audience.startsWith("incident:"),
      createdAt: row.created_at,
      createdBy: names.person(row.created_by),
    };
  });
}

function presentVotes(
  votes: Awaited<ReturnType<typeof votesOf>>[number] | undefined,
): Countermeasure["votes"] {
  if (votes === undefined) return { count: 0, effect: null, effort: null, mine: null };
  const { count, effect, effort, my_effect, my_effort } = votes;
  const mine = my_effect === null || my_effort === null ? null : { effect: my_effect, effort: my_effort };
  return { count, effect, effort, mine };
}
