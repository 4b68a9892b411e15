import type { Retrospective } from "@morrow/contract/retrospectives";
import { proposeStakeholders, type StakeholderGroup } from "@morrow/domain/retrospectives";

import type { Trx } from "../../platform/db/index.ts";
import type { IncidentRow } from "../incidents/index.ts";
import { namesOf } from "../people/index.ts";
import type { RetrospectiveRow } from "./find.ts";
import { partsOf } from "./parts.ts";

export type StoredStakeholder = RetrospectiveRow["stakeholders"][number];

const most = 200;

/** Who might be asked, ready to be stored. */
export async function proposedStakeholders(
  trx: Trx,
  incident: Pick<IncidentRow, "id" | "declared_by">,
): Promise<StoredStakeholder[]> {
  const proposals = proposeStakeholders(await partsOf(trx, incident)).slice(0, most);
  return proposals.map(({ personId, name, group, because }) => ({
    personId: personId ?? null,
    name: name ?? "",
    group,
    because,
  }));
}

/** Stakeholders as the contract shows them. */
export async function presentStakeholders(
  trx: Trx,
  stored: readonly StoredStakeholder[],
): Promise<Retrospective["stakeholders"]> {
  const names = await namesOf(
    trx,
    stored.map((stakeholder) => stakeholder.personId),
  );
  return stored.map(({ personId, name, group, because }) => {
    const person = names.person(personId);
    return { person, name: person?.name ?? name, group, because };
  });
}

/** People's choice, with the reason kept where the same one was proposed before. */
export function chosenStakeholders(
  chosen: readonly { personId: string | null; name: string; group: StakeholderGroup }[],
  known: readonly StoredStakeholder[],
): StoredStakeholder[] {
  const reasons = new Map(known.map((stakeholder) => [keyOf(stakeholder), stakeholder.because]));
  const unique = new Map(chosen.map((stakeholder) => [keyOf(stakeholder), stakeholder]));
  return [...unique].map(([key, { personId, name, group }]) => ({
    personId,
    name: personId === null ? name.trim() : "",
    group,
    because: reasons.get(key) ?? "",
  }));
}

function keyOf({ personId, name, group }: Omit<StoredStakeholder, "because">): string {
  return JSON.stringify([personId ?? name.trim(), group]);
}
