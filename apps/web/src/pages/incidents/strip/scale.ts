import type { Incident } from "@morrow/contract/incidents";
import type { TimelineEvent } from "@morrow/contract/timeline";
import { milestones as order, type Milestone } from "@morrow/domain/incidents";
import type { TimeRange } from "../timeline/rows.ts";
import { instantOf } from "../timeline/mergeEvents.ts";

export interface ReachedMilestone {
  readonly milestone: Milestone;
  readonly at: number;
}

export function reachedMilestones(incident: Incident): ReachedMilestone[] {
  return order
    .flatMap((milestone) => {
      const reached = incident.milestones[milestone];
      return reached === undefined ? [] : [{ milestone, at: Date.parse(reached.at) }];
    })
    .toSorted((a, b) => a.at - b.at);
}

const leastSpanMs = 10 * 60_000;
/** Closing comes days after; a strip that reached so far would squeeze what matters into its first millimetre. */
const longestTail = 3;

/** What the strip covers: from the first thing known to the last, a little more on both sides. */
export function stripRange(incident: Incident, events: readonly TimelineEvent[], now: number): TimeRange {
  const resolved = incident.milestones.resolved;
  const marks = reachedMilestones(incident)
    .filter(({ milestone }) => milestone !== "closed")
    .map(({ at }) => at);
  const from = Math.min(...marks, Date.parse(incident.declaredAt), ...firstOf(events));
  const end = resolved === undefined && incident.state !== "closed" ? now : Math.max(...marks);
  const last = Math.max(...marks, end, ...lastOf(events));
  const core = Math.max(end - from, leastSpanMs);
  const to = Math.min(last, from + core * longestTail);
  const margin = Math.max(to - from, leastSpanMs) * 0.03;
  return { from: from - margin, to: Math.max(to, from + leastSpanMs) + margin };
}

function firstOf(events: readonly TimelineEvent[]): number[] {
  const at = events[0] === undefined ? Number.NaN : instantOf(events[0]);
  return Number.isFinite(at) ? [at] : [];
}

function lastOf(events: readonly TimelineEvent[]): number[] {
  const at = instantOf(
    events.findLast((event) => event.at !== null && event.milestone !== "closed") ?? { at: null },
  );
  return Number.isFinite(at) ? [at] : [];
}

/** How many events fall into each of `bins` equal parts of the range. */
export function density(events: readonly TimelineEvent[], range: TimeRange, bins: number): number[] {
  const counts = Array.from({ length: bins }, () => 0);
  const width = (range.to - range.from) / bins;
  for (const event of events) {
    const index = Math.floor((instantOf(event) - range.from) / width);
    if (index >= 0 && index < bins) counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}

const steps = [
  60_000,
  5 * 60_000,
  10 * 60_000,
  15 * 60_000,
  30 * 60_000,
  3_600_000,
  2 * 3_600_000,
  3 * 3_600_000,
  6 * 3_600_000,
  12 * 3_600_000,
  86_400_000,
  2 * 86_400_000,
  7 * 86_400_000,
  30 * 86_400_000,
];

/** Round times for an axis, at most `most` of them. @param offsetMs what the zone is ahead of UTC */
export function ticks(range: TimeRange, most: number, offsetMs: number): number[] {
  const span = range.to - range.from;
  const step = steps.find((each) => span / each <= most) ?? 365 * 86_400_000;
  const first = Math.ceil((range.from + offsetMs) / step) * step - offsetMs;
  return Array.from(
    { length: Math.max(0, Math.floor((range.to - first) / step) + 1) },
    (_, index) => first + index * step,
  );
}
