export interface Correctable {
  id: string;
  /** The event that this one corrects. */
  supersedes: string | null;
  /** Anything but null or false means withdrawn. */
  withdrawn?: unknown;
}

export interface CurrentEvent<Event> {
  event: Event;
  /** What it replaced, newest first. */
  corrections: Event[];
}

/**
 * The events to show: neither corrected by a later one nor withdrawn, in the given order, each with what it replaced.
 * Withdrawing a correction withdraws the account it corrected too: nothing comes back to light unasked.
 */
export function currentEvents<Event extends Correctable>(events: readonly Event[]): CurrentEvent<Event>[] {
  const byId = new Map(events.map((event) => [event.id, event]));
  const superseded = new Set(events.map((event) => event.supersedes).filter((id) => id !== null));
  return events
    .filter((event) => !superseded.has(event.id) && !event.withdrawn)
    .map((event) => ({ event, corrections: chainBehind(event, byId) }));
}

function chainBehind<Event extends Correctable>(event: Event, byId: ReadonlyMap<string, Event>): Event[] {
  const chain: Event[] = [];
  const seen = new Set([event.id]);
  let id = event.supersedes;
  while (id !== null && !seen.has(id)) {
    seen.add(id);
    const previous = byId.get(id);
    if (previous === undefined) break;
    chain.push(previous);
    id = previous.supersedes;
  }
  return chain;
}
