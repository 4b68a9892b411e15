import type { Countermeasure, countermeasureRoutes } from "@morrow/contract/countermeasures";
import type { z } from "zod";

import type { Caller } from "../../platform/http/caller.ts";
import type { CountermeasureDeps } from "./deps.ts";
import { recordOf, writeCountermeasure } from "./write.ts";

type Vote = z.output<NonNullable<(typeof countermeasureRoutes.vote)["body"]>>;

/** Keeps or takes back the caller's guess. The log says that somebody voted, not how. */
export function voteForCountermeasure(
  deps: CountermeasureDeps,
  caller: Caller,
  ref: string,
  vote: Vote,
): Promise<Countermeasure> {
  return writeCountermeasure(deps, caller, ref, async (work, row) => {
    const personId = caller.viewer.personId;
    if (vote === null)
      await work.trx
        .deleteFrom("countermeasure_vote")
        .where("countermeasure_id", "=", row.id)
        .where("person_id", "=", personId)
        .execute();
    else
      await work.trx
        .insertInto("countermeasure_vote")
        .values({ countermeasure_id: row.id, person_id: personId, ...vote })
        .onConflict((conflict) => conflict.columns(["countermeasure_id", "person_id"]).doUpdateSet(vote))
        .execute();
    await recordOf(work, row, "countermeasure.voted", { withdrawn: vote === null });
  });
}
