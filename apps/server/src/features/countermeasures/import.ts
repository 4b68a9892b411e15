import type { CountermeasureKind, Strength } from "@morrow/domain/countermeasures";

import type { Work } from "../../platform/spine/index.ts";
import { insertCountermeasure } from "./add.ts";

/** An action item as a write-up tells it. Nothing is invented: what it does not say is null. */
export interface ImportedCountermeasure {
  /** One line, at most 300 characters. */
  title: string;
  /** Markdown. */
  body?: string;
  done?: boolean;
  /** A person here. */
  ownerId?: string | null;
  /** The owner in the words of the write-up, when that is nobody here. */
  ownerName?: string | null;
  /** YYYY-MM-DD. */
  dueOn?: string | null;
  /** http or https. */
  ticket?: string | null;
  kind?: CountermeasureKind | null;
  strength?: Strength | null;
}

/**
 * Stores the action items of an imported write-up, in their order, and returns their ids. One that is done is done; an
 * open one counts as accepted where the text names both a person here and a date, and is an idea otherwise.
 */
export async function createCountermeasuresFromImport(
  work: Work,
  {
    incidentId,
    items,
    by,
  }: { incidentId: string; items: readonly ImportedCountermeasure[]; by: string | null },
): Promise<string[]> {
  const ids: string[] = [];
  for (const item of items) {
    const ownerId = item.ownerId ?? null;
    const dueOn = item.dueOn ?? null;
    ids.push(
      await insertCountermeasure(work, incidentId, {
        title: item.title,
        body: item.body ?? "",
        state: item.done === true ? "done" : ownerId !== null && dueOn !== null ? "accepted" : "idea",
        kind: item.kind ?? null,
        strength: item.strength ?? null,
        owner_id: ownerId,
        owner_name: ownerId === null ? (item.ownerName ?? null) : null,
        team_id: null,
        due_on: dueOn,
        priority: null,
        ticket: item.ticket ?? null,
        reason: null,
        created_by: by,
      }),
    );
  }
  return ids;
}
