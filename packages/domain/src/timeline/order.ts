import { Temporal } from "temporal-polyfill";

export interface Orderable {
  id: string;
  /** Instant with offset; null when no date could be understood. */
  at: string | null;
  /** Breaks ties between events of the same instant: position in the source, or log position. */
  order?: number | null;
}

/** By when they happened, however late they were added. Events without a time keep their given order, at the end. */
export function orderTimeline<Event extends Orderable>(events: readonly Event[]): Event[] {
  const timed: { event: Event; at: Temporal.Instant }[] = [];
  const untimed: Event[] = [];
  for (const event of events) {
    if (event.at === null) untimed.push(event);
    else timed.push({ event, at: Temporal.Instant.from(event.at) });
  }
  timed.sort(
    (a, b) =>
      Temporal.Instant.compare(a.at, b.at) ||
      compareOrder(a.event.order, b.event.order) ||
      compareId(a.event.id, b.event.id),
  );
  return [...timed.map(({ event }) => event), ...untimed];
}

/** Events without an order come after those that have one. */
function compareOrder(a: number | null | undefined, b: number | null | undefined): number {
  const left = a ?? Number.POSITIVE_INFINITY;
  const right = b ?? Number.POSITIVE_INFINITY;
  return left === right ? 0 : left < right ? -1 : 1;
}

function compareId(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
