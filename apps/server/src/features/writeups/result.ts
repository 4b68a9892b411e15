import type { ImportResult } from "@morrow/contract/writeups";
import type { WriteupProposal } from "@morrow/writeups";

import type { OpenQuestion } from "./understood/milestones.ts";

/** One incident of a file, as far as it is told in an answer. */
export interface Part {
  path: string;
  /** From 0. */
  part: number;
  proposal: WriteupProposal;
}

export type Outcome =
  | { status: "imported" | "known"; ref: string | null }
  | { status: "refused"; message: string };

/** What an import says about one incident of a file. */
export function resultOf(
  { path, part, proposal }: Part,
  incident: { title: string; startedAt: string | null; endedAt: string | null; questions: OpenQuestion[] },
  outcome: Outcome,
): ImportResult {
  return {
    path,
    part,
    status: outcome.status,
    ref: outcome.status === "refused" ? null : outcome.ref,
    title: incident.title,
    startedAt: incident.startedAt,
    endedAt: incident.endedAt,
    timelineRows: proposal.timeline.length,
    countermeasures: proposal.actions.length,
    questions: incident.questions,
    message: outcome.status === "refused" ? outcome.message : null,
  };
}

/** A file in which there is nothing to read. */
export function unreadable(path: string, message: string): ImportResult {
  return {
    path,
    part: 0,
    status: "refused",
    ref: null,
    title: path.split("/").at(-1) ?? path,
    startedAt: null,
    endedAt: null,
    timelineRows: 0,
    countermeasures: 0,
    questions: [],
    message,
  };
}
