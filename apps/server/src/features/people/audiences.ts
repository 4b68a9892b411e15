import { audiencesOf, type Audiences, type Viewer } from "@morrow/domain/people";

import type { Trx } from "../../platform/db/index.ts";
import { grantedIncidents } from "./store.ts";

/** What a viewer may see, read in the same transaction as the rows it decides about. */
export async function audiencesIn(trx: Trx, viewer: Viewer): Promise<Audiences> {
  const granted = viewer.role === "admin" ? [] : await grantedIncidents(trx, viewer.personId, viewer.teamIds);
  return audiencesOf(viewer, granted);
}
