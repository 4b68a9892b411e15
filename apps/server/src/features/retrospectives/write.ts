import type { Retrospective } from "@morrow/contract/retrospectives";

import type { JsonValue } from "../../platform/db/index.ts";
import type { Caller } from "../../platform/http/caller.ts";
import { Refusal } from "../../platform/http/refusal.ts";
import type { Work } from "../../platform/spine/index.ts";
import { type Reading, readingFor } from "../incidents/index.ts";
import type { RetrospectiveDeps } from "./deps.ts";
import { findRetrospective, type Found, lockRetrospective } from "./find.ts";
import { presentRetrospective } from "./present.ts";

/**
 * One change of one retrospective, based on a revision: holds it, refuses an outdated base with what is stored now,
 * changes it, and answers what it is then.
 */
export function writeRetrospective(
  deps: RetrospectiveDeps,
  caller: Caller,
  place: { ref: string; revision: number },
  change: (work: Work, found: Found, reading: Reading) => Promise<void>,
): Promise<Retrospective> {
  return deps.spine.write(caller.request, async (work) => {
    const reading = await readingFor(deps, work.trx, caller.viewer);
    const found = await lockRetrospective(work.trx, place.ref, reading.audiences);
    // The row is held, so this comparison is as good as one in the update.
    if (found.row.revision !== place.revision) {
      throw new Refusal("conflict.revision", {
        current: await presentRetrospective(work.trx, found, reading),
      });
    }
    await change(work, found, reading);
    return presentRetrospective(work.trx, await again(work, found), reading);
  });
}

/** What the change left behind; who may see it was settled when it was found. */
function again(work: Work, { incident }: Found): Promise<Found> {
  return findRetrospective(work.trx, incident.id, { kind: "all" });
}

/** Says what happened to a retrospective, to those who may see it. */
export function recordOf(
  work: Work,
  row: { id: string; incident_id: string; audience: string },
  what: string,
  data: JsonValue,
): void {
  work.record({
    what,
    subjectKind: "retrospective",
    subjectId: row.id,
    incidentId: row.incident_id,
    audience: row.audience,
    data,
  });
}
