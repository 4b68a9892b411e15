import type { Countermeasure } from "@morrow/contract/countermeasures";
import { mergeCountermeasures, weight } from "@morrow/domain/countermeasures";
import { formatReference } from "@morrow/domain/references";
import { sql } from "kysely";

import type { Trx } from "../../platform/db/index.ts";
import type { Caller } from "../../platform/http/caller.ts";
import { refuseProblems } from "../../platform/http/refusal.ts";
import { settleCountermeasureAudiences } from "../incidents/index.ts";
import { addSources } from "./add.ts";
import type { CountermeasureDeps } from "./deps.ts";
import { type CountermeasureRow, findCountermeasure, lockCountermeasure } from "./find.ts";
import { readingFor } from "./reading.ts";
import { presentOne, recordOf } from "./write.ts";

/**
 * Makes a countermeasure part of another, which takes over its sources and is answered. Dates and votes stay with the
 * one that was merged: they were about its own wording.
 */
export function mergeCountermeasure(
  deps: CountermeasureDeps,
  caller: Caller,
  ref: string,
  into: string,
): Promise<Countermeasure> {
  return deps.spine.write(caller.request, async (work) => {
    const { trx } = work;
    const reading = await readingFor(deps, trx, caller.viewer);
    const found = await findCountermeasure(trx, ref, reading.audiences);
    const other = await findCountermeasure(trx, into, reading.audiences);
    await holdSources(trx, [found.id, other.id]);
    // Always in the same order, so that two people who merge the same two never wait for each other.
    const ids = [...new Set([found.id, other.id])].toSorted();
    const held = new Map<string, CountermeasureRow>();
    for (const id of ids) held.set(id, await lockCountermeasure(trx, id, reading.audiences));
    const duplicate = held.get(found.id) ?? found;
    const target = held.get(other.id) ?? other;
    refuseOtherReaders(duplicate, target);
    const merged = mergeCountermeasures({
      target: await mergeable(trx, target),
      duplicate: await mergeable(trx, duplicate),
    });
    if ("problem" in merged) refuse(merged.problem);
    else {
      await store(work.trx, duplicate, target, merged.targetSources, work.now);
      const audience =
        (await settleCountermeasureAudiences(trx, [target.id])).get(target.id) ?? target.audience;
      const names = {
        ref: reference(duplicate),
        into: reference(target),
        weight: weight(merged.targetSources),
      };
      await recordOf(work, duplicate, "countermeasure.merged", names);
      await recordOf(work, { id: target.id, audience }, "countermeasure.merged", names);
    }
    return presentOne(work, target.id, reading);
  });
}

/** None of the incidents is restricted or opened while its countermeasures become one. */
async function holdSources(trx: Trx, countermeasureIds: readonly string[]): Promise<void> {
  await trx
    .selectFrom("incident")
    .select("id")
    .where(({ eb, selectFrom }) =>
      eb(
        "id",
        "in",
        selectFrom("countermeasure_source")
          .select("incident_id")
          .where("countermeasure_id", "=", sql<string>`any(${[...countermeasureIds]}::uuid[])`),
      ),
    )
    .orderBy("id")
    .forShare()
    .execute();
}

function reference(row: CountermeasureRow): string {
  return formatReference("CM", row.number);
}

/** One that only few may see would either hide the other or be told to everybody. */
function refuseOtherReaders(duplicate: CountermeasureRow, target: CountermeasureRow): void {
  if (fewOf(duplicate) === fewOf(target)) return;
  refuse({
    code: "countermeasure.merge_other_readers",
    message: "One of the two is restricted to named people, so they stay apart.",
    path: ["target"],
  });
}

function fewOf({ audience }: CountermeasureRow): string | null {
  return audience.startsWith("incident:") ? audience : null;
}

function refuse(problem: { code: string; message: string; path: readonly string[] }): void {
  const path = problem.path[0] === "target" ? ["body", "into"] : ["params", "ref"];
  refuseProblems([{ ...problem, path }], "countermeasure.merge");
}

async function mergeable(trx: Trx, row: CountermeasureRow) {
  const sources = await trx
    .selectFrom("countermeasure_source")
    .select("incident_id as incidentId")
    .where("countermeasure_id", "=", row.id)
    .orderBy("added_at")
    .execute();
  return { id: row.id, state: row.state, mergedIntoId: row.merged_into, sources };
}

async function store(
  trx: Trx,
  duplicate: CountermeasureRow,
  target: CountermeasureRow,
  sources: readonly { incidentId: string }[],
  now: string,
): Promise<void> {
  await addSources(
    trx,
    target.id,
    sources.map((source) => source.incidentId),
    now,
  );
  await trx
    .updateTable("countermeasure")
    .set({ revision: target.revision + 1 })
    .where("id", "=", target.id)
    .execute();
  await trx
    .updateTable("countermeasure")
    .set({
      state: "superseded",
      merged_into: target.id,
      reason: `Became part of ${reference(target)}.`,
      revision: duplicate.revision + 1,
    })
    .where("id", "=", duplicate.id)
    .execute();
}
