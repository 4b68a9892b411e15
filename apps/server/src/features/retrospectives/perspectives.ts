import type { Perspective } from "@morrow/contract/retrospectives";
import type { Viewer } from "@morrow/domain/people";
import type { Selectable } from "kysely";

import type { Trx } from "../../platform/db/index.ts";
import type { PerspectiveTable } from "../../platform/db/tables/retrospectives.ts";
import type { Caller } from "../../platform/http/caller.ts";
import { Refusal } from "../../platform/http/refusal.ts";
import { audiencesIn, namesOf } from "../people/index.ts";
import type { RetrospectiveDeps } from "./deps.ts";
import { findRetrospective, lockRetrospective, type RetrospectiveRow } from "./find.ts";
import { recordOf } from "./write.ts";

type PerspectiveRow = Selectable<PerspectiveTable>;

export interface Perspectives {
  mine: Perspective | null;
  others: Perspective[];
  /** How many accounts open once mine is saved. */
  hidden: number;
}

/** The accounts that the viewer may read: nobody's memory is coloured by another's before it is written down. */
export function showPerspectives(
  deps: RetrospectiveDeps,
  viewer: Viewer,
  ref: string,
): Promise<Perspectives> {
  return deps.db.read(async (trx) => {
    const { row } = await findRetrospective(trx, ref, await audiencesIn(trx, viewer));
    return perspectivesFor(trx, row, viewer.personId);
  });
}

export async function perspectivesFor(
  trx: Trx,
  retrospective: Pick<RetrospectiveRow, "id" | "state">,
  personId: string,
): Promise<Perspectives> {
  const rows = await trx
    .selectFrom("perspective")
    .selectAll()
    .where("retrospective_id", "=", retrospective.id)
    .orderBy("saved_at")
    .orderBy("id")
    .execute();
  const mine = rows.find((row) => row.person_id === personId);
  const others = rows.filter((row) => row !== mine);
  const open = mine !== undefined || retrospective.state === "published";
  const shown = await present(trx, [...(mine === undefined ? [] : [mine]), ...(open ? others : [])]);
  return {
    mine: mine === undefined ? null : (shown[0] ?? null),
    others: mine === undefined ? shown : shown.slice(1),
    hidden: open ? 0 : others.length,
  };
}

async function present(trx: Trx, rows: readonly PerspectiveRow[]): Promise<Perspective[]> {
  const names = await namesOf(
    trx,
    rows.map((row) => row.person_id),
  );
  return rows.map((row) => ({
    id: row.id,
    person: names.person(row.person_id),
    revision: row.revision,
    saw: row.saw,
    knew: row.knew,
    did: row.did,
    madeSense: row.made_sense,
    savedAt: row.saved_at,
  }));
}

interface Account {
  /** The revision it is based on; null for the first. */
  revision: number | null;
  saw: string;
  knew: string;
  did: string;
  madeSense: string;
}

/** Saves the caller's own account. The log says that there is one, never what it says. */
export function writePerspective(
  deps: RetrospectiveDeps,
  caller: Caller,
  ref: string,
  { revision, madeSense, ...texts }: Account,
): Promise<Perspective> {
  const personId = caller.viewer.personId;
  return deps.spine.write(caller.request, async (work) => {
    const { row } = await lockRetrospective(work.trx, ref, await audiencesIn(work.trx, caller.viewer));
    // The retrospective is held, so nobody else writes this account meanwhile.
    const { mine } = await perspectivesFor(work.trx, row, personId);
    if ((mine?.revision ?? null) !== revision) throw new Refusal("conflict.revision", { current: mine });
    const values = {
      ...texts,
      made_sense: madeSense,
      revision: (revision ?? 0) + 1,
      saved_at: work.now,
    };
    if (mine === null)
      await work.trx
        .insertInto("perspective")
        .values({ ...values, id: work.newId(), retrospective_id: row.id, person_id: personId })
        .execute();
    else await work.trx.updateTable("perspective").set(values).where("id", "=", mine.id).execute();
    recordOf(work, row, "retrospective.perspective_written", { revision: values.revision });
    const saved = (await perspectivesFor(work.trx, row, personId)).mine;
    if (saved === null) throw new Error("the account that was just saved is missing");
    return saved;
  });
}
