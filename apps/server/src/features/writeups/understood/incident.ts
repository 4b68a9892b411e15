import type { WriteupProposal } from "@morrow/writeups";

import type { ImportedIncident } from "../../incidents/index.ts";
import { clip, oneLine } from "./clip.ts";
import { linksOf } from "./links.ts";
import { milestonesOf, type OpenQuestion } from "./milestones.ts";
import { timelineOf } from "./timeline.ts";

const longestTitle = 200;
const longestLabel = 60;
const mostLabels = 50;
const longestSummary = 100_000;

export interface UnderstoodIncident {
  facts: Omit<ImportedIncident, "by" | "restricted">;
  /** Everything that stayed open: of the text, and of times that contradict each other. */
  questions: OpenQuestion[];
}

/** What a write-up says, as an incident. `now` is the time of the import. */
export function incidentOf(proposal: WriteupProposal, now: string): UnderstoodIncident {
  const { kept, questions } = milestonesOf(proposal);
  return {
    facts: {
      title: clip(oneLine(proposal.title.value), longestTitle) || "Write-up without a title",
      severity: proposal.severity?.level ?? null,
      services: labels(proposal.services),
      tags: labels(proposal.tags),
      summary: clip(proposal.summary?.text.trim() ?? "", longestSummary),
      links: linksOf(proposal),
      timeline: [...timelineOf(proposal, kept), closedAt(now)],
    },
    questions: [
      ...proposal.questions.map(({ id, line, sentence }) => ({ id, line, sentence })),
      ...questions,
    ],
  };
}

function labels(given: readonly string[]): string[] {
  const clean = given.map((label) => clip(oneLine(label), longestLabel)).filter((label) => label !== "");
  return [...new Set(clean)].slice(0, mostLabels);
}

/**
 * A past incident with its published review is no open work, whether or not its end is known. When it was closed
 * elsewhere the text does not say; here it is now.
 */
function closedAt(now: string): ImportedIncident["timeline"][number] {
  return {
    at: now,
    precision: "second",
    kind: "milestone",
    milestone: "closed",
    body: "Closed here when its write-up was imported.",
  };
}
