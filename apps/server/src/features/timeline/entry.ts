import { type Evidence, timelineRoutes } from "@morrow/contract/timeline";
import { sql } from "kysely";
import type { z } from "zod";

import type { Trx } from "../../platform/db/index.ts";
import { Refusal } from "../../platform/http/refusal.ts";
import type { Work } from "../../platform/spine/index.ts";
import type { NewTimelineEvent } from "../incidents/index.ts";
import { readWhenGiven } from "./when.ts";

export type Entry = z.output<NonNullable<(typeof timelineRoutes.add)["body"]>>;

/** An entry of a person, checked and ready to be stored. @throws Refusal input.rule */
export async function readEntry(
  work: Work,
  incidentId: string,
  entry: Entry,
  recordedBy: string,
): Promise<NewTimelineEvent> {
  const when = readWhenGiven(entry.when, work.now);
  if (entry.kind === "milestone" && entry.milestone === null)
    throw refuseEntry("milestone", "milestone_missing", "Please say which milestone this is.");
  if (entry.body.trim() === "" && entry.milestone === null)
    throw refuseEntry("body", "empty", "Please write what happened.");
  await refuseUnknownImages(work.trx, incidentId, entry.evidence);
  return {
    id: work.newId(),
    incidentId,
    ...when,
    source: "person",
    // A note that reaches a milestone is one; a detection that does stays a detection.
    kind: entry.milestone !== null && entry.kind === "note" ? "milestone" : entry.kind,
    milestone: entry.milestone,
    actor: entry.actor,
    body: entry.body,
    evidence: entry.evidence,
    starred: entry.starred,
    recordedAt: work.now,
    recordedBy,
  };
}

/** Images must be those of the same incident: a reference must not reach what its reader may not see. */
async function refuseUnknownImages(
  trx: Trx,
  incidentId: string,
  evidence: readonly Evidence[],
): Promise<void> {
  const wanted = evidence.flatMap((piece) => (piece.kind === "image" ? [piece.attachmentId] : []));
  if (wanted.length === 0) return;
  const known = await trx
    .selectFrom("attachment")
    .select("id")
    .where("incident_id", "=", incidentId)
    .where("id", "=", sql<string>`any(${wanted}::uuid[])`)
    .execute();
  if (wanted.every((id) => known.some((row) => row.id === id))) return;
  throw refuseEntry("evidence", "unknown_image", "This image does not belong to this incident.");
}

/** The closing gate must not be walked around: closing has its own way, and only that one. */
export function refuseClosing(before: string | null, after: string | null): void {
  if ((before === "closed") === (after === "closed")) return;
  const message = "An incident is closed and reopened by its own steps, not by an entry in the timeline.";
  throw refuseEntry("milestone", "milestone_closed", message);
}

function refuseEntry(field: string, code: string, message: string): Refusal {
  return new Refusal("input.rule", { message, fields: [{ path: ["body", field], code, message }] });
}
