import type { RetrospectiveDocument } from "@morrow/contract/retrospectives";

import type { Work } from "../../platform/spine/index.ts";
import type { IncidentRow } from "../incidents/index.ts";
import { insertRetrospective } from "./start.ts";
import type { StoredStakeholder } from "./stakeholders.ts";
import { recordOf } from "./write.ts";

export interface ImportedRetrospective {
  incident: Pick<IncidentRow, "id" | "restricted">;
  document: RetrospectiveDocument;
  ownerId?: string | null;
  facilitatorId?: string | null;
  stakeholders?: readonly StoredStakeholder[];
  /** Who imports it. */
  by: string | null;
}

/**
 * Stores the retrospective of an imported write-up: it was published elsewhere, so it is published here, with the
 * time of import as the time of publication. Call it before the countermeasures, which then are for everyone, too.
 * @returns its id
 * @throws Error when the incident has one already: an import makes its own incident
 */
export async function createPublishedRetrospectiveFromImport(
  work: Work,
  { incident, document, ownerId, facilitatorId, stakeholders, by }: ImportedRetrospective,
): Promise<string> {
  const row = await insertRetrospective(work, incident, {
    state: "published",
    document,
    ownerId: ownerId ?? null,
    facilitatorId: facilitatorId ?? null,
    dueOn: null,
    stakeholders: stakeholders ?? [],
    by,
  });
  if (row === null) throw new Error("an imported incident has a retrospective already");
  recordOf(work, row, "retrospective.published", { revision: 1, again: false, imported: true });
  return row.id;
}
