import type { TimelineEvent } from "@morrow/contract/timeline";
import type { TimelineKind } from "@morrow/domain/timeline";
import { timeText } from "../../../components/timeText.ts";
import type { OutboxEntry } from "../../../outbox/entry.ts";
import { instantOf } from "./mergeEvents.ts";

/** What the list shows, line by line. */
export type TimelineRow =
  | { readonly kind: "day"; readonly key: string; readonly label: string }
  | { readonly kind: "event"; readonly key: string; readonly event: TimelineEvent }
  | { readonly kind: "waiting"; readonly key: string; readonly entry: OutboxEntry };

/** ms since 1970, both ends included. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

export interface TimelineFilter {
  readonly kinds: ReadonlySet<TimelineKind>;
  readonly starred: boolean;
  readonly range: TimeRange | null;
}

export function filterEvents(
  events: readonly TimelineEvent[],
  filter: TimelineFilter,
): readonly TimelineEvent[] {
  const { kinds, starred, range } = filter;
  if (kinds.size === 0 && !starred && range === null) return events;
  return events.filter((event) => {
    const at = instantOf(event);
    return (
      (kinds.size === 0 || kinds.has(event.kind)) &&
      (!starred || event.starred) &&
      (range === null || (at >= range.from && at <= range.to))
    );
  });
}

/** Events under the days (in this zone) on which they happened; what waits to be sent stands last, where it was written. */
export function timelineRows(
  events: readonly TimelineEvent[],
  waiting: readonly OutboxEntry[],
  zone: string,
): TimelineRow[] {
  const rows: TimelineRow[] = [];
  const days = dayReader(zone);
  let day: string | undefined;
  for (const event of events) {
    const label = event.at === null ? "Without a time" : days(event.at);
    if (label !== day) rows.push({ kind: "day", key: `day ${label}`, label });
    day = label;
    rows.push({ kind: "event", key: event.id, event });
  }
  return [...rows, ...waiting.map((entry) => ({ kind: "waiting" as const, key: entry.id, entry }))];
}

const quarterMs = 15 * 60_000;

/** Asks the calendar once per quarter of an hour, the finest step at which a day begins anywhere: thousands of events stay cheap. */
function dayReader(zone: string): (at: string) => string {
  const known = new Map<number, string>();
  return (at) => {
    const quarter = Math.floor(Date.parse(at) / quarterMs);
    const found = known.get(quarter) ?? timeText(at, zone, "date")?.text ?? at;
    known.set(quarter, found);
    return found;
  };
}
