import type { Countermeasure, countermeasureRoutes } from "@morrow/contract/countermeasures";
import type { CountermeasureState } from "@morrow/domain/countermeasures";
import type { Updateable } from "kysely";
import type { z } from "zod";

import type { JsonValue } from "../../platform/db/index.ts";
import type { CountermeasureTable } from "../../platform/db/tables/countermeasures.ts";
import type { Caller } from "../../platform/http/caller.ts";
import { refuseProblems } from "../../platform/http/refusal.ts";
import { keepDate } from "./dates.ts";
import type { CountermeasureDeps } from "./deps.ts";
import type { CountermeasureRow } from "./find.ts";
import { refuseUnknown } from "./known.ts";
import { recordOf, refuseOutdated, writeCountermeasure } from "./write.ts";

type Input = z.output<NonNullable<(typeof countermeasureRoutes.change)["body"]>>;

/** Changes what a countermeasure says; its state changes by `move`. */
export function changeCountermeasure(
  deps: CountermeasureDeps,
  caller: Caller,
  ref: string,
  { revision, ...input }: Input,
): Promise<Countermeasure> {
  return writeCountermeasure(deps, caller, ref, async (work, row, reading) => {
    await refuseOutdated(work, row, revision, reading);
    await refuseUnknown(work.trx, input);
    refuseBrokenPromise(row, input);
    const columns = columnsOf(input);
    await work.trx
      .updateTable("countermeasure")
      .set({ ...columns, revision: row.revision + 1 })
      .where("id", "=", row.id)
      .execute();
    const slip = await keepDate(work, row, input.dueOn, caller.viewer.personId);
    await recordOf(work, row, "countermeasure.changed", { ...differences(row, columns), slip });
  });
}

const committed: readonly CountermeasureState[] = ["accepted", "in_progress", "done", "verified"];

/** What was promised keeps an owner and a date. */
function refuseBrokenPromise(row: CountermeasureRow, input: Omit<Input, "revision">): void {
  if (!committed.includes(row.state)) return;
  const problems = [];
  if (input.ownerId === null && row.owner_id !== null)
    problems.push({
      code: "countermeasure.owner_missing",
      message: "It was promised, so it needs an owner. Name another one, or take it back to the ideas.",
      path: ["body", "ownerId"],
    });
  if (input.dueOn === null && row.due_on !== null)
    problems.push({
      code: "countermeasure.date_missing",
      message: "It was promised, so it needs a target date. Choose a later one; the slip is kept.",
      path: ["body", "dueOn"],
    });
  refuseProblems(problems);
}

function columnsOf(input: Omit<Input, "revision">) {
  return {
    ...(input.title === undefined ? {} : { title: input.title }),
    ...(input.body === undefined ? {} : { body: input.body }),
    ...(input.kind === undefined ? {} : { kind: input.kind }),
    ...(input.strength === undefined ? {} : { strength: input.strength }),
    // A person here takes the place of a name in an imported text.
    ...(input.ownerId === undefined ? {} : { owner_id: input.ownerId }),
    ...(input.ownerId ? { owner_name: null } : {}),
    ...(input.teamId === undefined ? {} : { team_id: input.teamId }),
    ...(input.dueOn === undefined ? {} : { due_on: input.dueOn }),
    ...(input.priority === undefined ? {} : { priority: input.priority }),
    ...(input.ticket === undefined ? {} : { ticket: input.ticket }),
  } satisfies Updateable<CountermeasureTable>;
}

/** Before and after of what changed. The body is only named: the log holds no whole texts. */
function differences(
  row: CountermeasureRow,
  { body, ...columns }: ReturnType<typeof columnsOf>,
): { before: JsonValue; after: JsonValue; bodyChanged: boolean } {
  const before: Record<string, JsonValue> = {};
  const after: Record<string, JsonValue> = {};
  const stored: Record<string, unknown> = row;
  for (const [name, value] of Object.entries(columns)) {
    const earlier = stored[name];
    if (earlier === value) continue;
    before[name] = typeof earlier === "string" ? earlier : null;
    after[name] = value;
  }
  return { before, after, bodyChanged: body !== undefined && body !== row.body };
}
