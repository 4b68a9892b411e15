import { civilDateAt } from "../calendar/civil-date.ts";
import type { CountermeasureState } from "./vocabulary.ts";

/** A target date that moved later. */
export interface Slip {
  from: string;
  to: string;
  /** When it was moved; null when not known. */
  at: string | null;
}

export interface DateHistory {
  /** Target date, YYYY-MM-DD. */
  dueOn: string | null;
  slips: readonly Slip[];
}

/** Sets a new target date. A later one is kept as a slip; an earlier one, or the first, is not. */
export function recordSlip(history: DateHistory, newDate: string, at: string | null = null): DateHistory {
  const { dueOn, slips } = history;
  // Dates written YYYY-MM-DD sort as text.
  if (dueOn === null || newDate <= dueOn) return { dueOn: newDate, slips };
  return { dueOn: newDate, slips: [...slips, { from: dueOn, to: newDate, at }] };
}

/** Only a promise that still stands can be overdue; the target day itself is in time. */
export function isOverdue(
  countermeasure: { state: CountermeasureState; dueOn: string | null },
  now: string,
  zone: string,
): boolean {
  const { state, dueOn } = countermeasure;
  if (dueOn === null || (state !== "accepted" && state !== "in_progress")) return false;
  return civilDateAt(now, zone) > dueOn;
}
