import type { TimelineEvent } from "@morrow/contract/timeline";

/** ms since 1970; what has no time comes last. */
export function instantOf({ at }: Pick<TimelineEvent, "at">): number {
  return at === null ? Number.POSITIVE_INFINITY : Date.parse(at);
}

/**
 * The current timeline after some of its events changed: corrected and withdrawn ones go, new ones find their place by when they
 * happened. Of the same instant, a correction keeps the place of what it corrects and anything new comes last, as on the server.
 */
export function mergeEvents(
  events: readonly TimelineEvent[],
  changed: readonly TimelineEvent[],
): TimelineEvent[] {
  if (changed.length === 0) return [...events];
  const place = new Map(events.map((event, index) => [event.id, index]));
  const known = new Map(events.map((event) => [event.id, event]));
  // An answer that was overtaken by a newer one must not bring the older state back.
  const newer = changed.filter((event) => event.revision >= (known.get(event.id)?.revision ?? 0));
  const gone = new Set(
    newer.flatMap(({ id, supersedes }) => (supersedes === null ? [id] : [id, supersedes])),
  );
  const entries = events.flatMap((event, index) =>
    gone.has(event.id) ? [] : [{ event, at: instantOf(event), index }],
  );
  for (const [order, event] of newer.entries()) {
    if (event.supersededBy !== null || event.withdrawn !== null) continue;
    const index = place.get(event.id) ?? place.get(event.supersedes ?? "") ?? events.length + order;
    entries.push({ event, at: instantOf(event), index });
  }
  return entries.toSorted((a, b) => compare(a.at, b.at) || a.index - b.index).map(({ event }) => event);
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
