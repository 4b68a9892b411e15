import type { Moment, TimelineRow, WriteupProposal } from "@morrow/writeups";

import type { ImportedIncident } from "../../incidents/index.ts";
import { clip } from "./clip.ts";
import { storable } from "./instants.ts";
import type { KeptMilestone } from "./milestones.ts";

type ImportedEvent = ImportedIncident["timeline"][number];

/** What an incident may hold; the original keeps the rest. */
const longestBody = 100_000;
const mostRows = 20_000;

const sentences = {
  started: "The incident started.",
  detected: "The incident was detected.",
  resolved: "The incident was resolved.",
} as const;

/**
 * The rows of the write-up, each with its time as written. A milestone that was read from a row is that row; one that
 * stands elsewhere, in the front matter or in prose, is an entry of its own before the rows.
 */
export function timelineOf(proposal: WriteupProposal, milestones: readonly KeptMilestone[]): ImportedEvent[] {
  const byLine = Map.groupBy(milestones, (milestone) =>
    rowOf(proposal.timeline, milestone) === undefined ? null : milestone.line,
  );
  const own = (byLine.get(null) ?? []).map(({ name, moment }, index): ImportedEvent => ({
    ...timeOf(moment),
    kind: "milestone",
    milestone: name,
    body: sentences[name],
    givenOrder: index - 10,
  }));
  const rows = proposal.timeline.slice(0, mostRows).map((row): ImportedEvent => {
    const milestone = byLine.get(row.line)?.[0];
    return {
      ...timeOf(row.at),
      kind: row.kind ?? (milestone === undefined ? "note" : "milestone"),
      milestone: milestone?.name ?? null,
      actor: row.actor === undefined ? null : clip(row.actor, 100),
      body: clip(row.detail === undefined ? row.text : `${row.text}\n\n${row.detail}`, longestBody),
      givenOrder: row.order,
    };
  });
  return [...own, ...rows];
}

/** A row can be one milestone; what else it says stays an entry of its own. */
function rowOf(rows: readonly TimelineRow[], milestone: KeptMilestone): TimelineRow | undefined {
  return rows.find((row) => row.line === milestone.line && row.at.instant === milestone.moment.instant);
}

function timeOf(moment: Moment): Pick<ImportedEvent, "at" | "until" | "zone" | "precision" | "given"> {
  const at = storable(moment.instant);
  const end = storable(moment.end);
  return {
    at,
    // Instants of one form sort as text. An end before its start says that one of them was misread.
    until: at !== null && end !== null && end > at ? end : null,
    zone: moment.zone?.id ?? null,
    precision: moment.precision,
    given: moment.given === "" ? null : clip(moment.given, 200),
  };
}
