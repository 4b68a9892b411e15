import type { Countermeasure, countermeasureRoutes } from "@morrow/contract/countermeasures";
import { transition, type Standing } from "@morrow/domain/countermeasures";
import type { Updateable } from "kysely";
import type { z } from "zod";

import { jsonb } from "../../platform/db/index.ts";
import type { CountermeasureTable } from "../../platform/db/tables/countermeasures.ts";
import type { Caller } from "../../platform/http/caller.ts";
import { Refusal, refuseProblems } from "../../platform/http/refusal.ts";
import { keepDate } from "./dates.ts";
import type { CountermeasureDeps } from "./deps.ts";
import type { CountermeasureRow } from "./find.ts";
import { refuseUnknown } from "./known.ts";
import { recordOf, refuseOutdated, writeCountermeasure } from "./write.ts";

type Input = z.output<NonNullable<(typeof countermeasureRoutes.move)["body"]>>;

/** Moves a countermeasure to another state, if the domain's rule finds a way there. */
export function moveCountermeasure(
  deps: CountermeasureDeps,
  caller: Caller,
  ref: string,
  { revision, to, ...input }: Input,
): Promise<Countermeasure> {
  return writeCountermeasure(deps, caller, ref, async (work, row, reading) => {
    await refuseOutdated(work, row, revision, reading);
    await refuseUnknown(work.trx, input);
    const current = { state: row.state, ownerId: row.owner_id, dueOn: row.due_on };
    const moved = transition(current, to, { ...input, now: work.now });
    if ("problem" in moved) {
      const { problem } = moved;
      // The field is called after where it goes.
      const path = problem.path[0] === "state" ? ["to"] : problem.path;
      refuseProblems([{ ...problem, path: ["body", ...path] }], "countermeasure.transition");
      throw new Refusal("countermeasure.transition");
    }
    const { next } = moved;
    await work.trx
      .updateTable("countermeasure")
      .set({
        ...columnsOf(row, next),
        reason: input.reason?.trim() || null,
        revision: row.revision + 1,
      })
      .where("id", "=", row.id)
      .execute();
    const slip = await keepDate(work, row, next.dueOn, caller.viewer.personId);
    await recordOf(work, row, "countermeasure.moved", {
      from: row.state,
      to: next.state,
      ownerId: next.ownerId,
      dueOn: next.dueOn,
      slip,
    });
  });
}

function columnsOf(row: CountermeasureRow, next: Standing) {
  const proof = proofAfter(row, next);
  return {
    state: next.state,
    owner_id: next.ownerId,
    ...(next.ownerId === null ? {} : { owner_name: null }),
    due_on: next.dueOn,
    evidence: proof === null ? null : jsonb(proof),
  } satisfies Updateable<CountermeasureTable>;
}

/** What was shown once no longer counts when the work is taken up again; a superseded one keeps it. */
function proofAfter(row: CountermeasureRow, next: Standing): CountermeasureRow["evidence"] {
  switch (next.state) {
    case "verified":
      return {
        kind: next.evidence.kind,
        url: next.evidence.url ?? null,
        note: next.evidence.note ?? "",
      };
    case "superseded":
      return row.evidence;
    case "idea":
    case "accepted":
    case "in_progress":
    case "done":
    case "declined":
      return null;
  }
}
