import { Temporal } from "temporal-polyfill";
import { civilDateAt } from "../calendar/civil-date.ts";

/** The part of the policy that says which days are worked. */
export interface WorkingCalendar {
  /** ISO weekdays, 1 = Monday; any non-empty set. */
  workWeek: readonly number[];
  /** Civil dates, YYYY-MM-DD. */
  holidays: readonly string[];
}

/**
 * The n-th working day after a date (YYYY-MM-DD). With n = 0 the date itself, or the next working day if it is none.
 * @throws RangeError for a work week without days or a count that is not a whole number of days from 0
 */
export function addWorkingDays(date: string, workingDays: number, calendar: WorkingCalendar): string {
  if (!calendar.workWeek.some((day) => day >= 1 && day <= 7))
    throw new RangeError("A work week needs at least one day from 1 to 7.");
  if (!Number.isInteger(workingDays) || workingDays < 0)
    throw new RangeError("Working days are counted in whole days from 0.");
  const workWeek = new Set(calendar.workWeek);
  const holidays = new Set(calendar.holidays);
  const isWorkingDay = (day: Temporal.PlainDate): boolean =>
    workWeek.has(day.dayOfWeek) && !holidays.has(day.toString());
  let day = Temporal.PlainDate.from(date);
  let left = workingDays;
  while (left > 0 || !isWorkingDay(day)) {
    day = day.add({ days: 1 });
    if (left > 0 && isWorkingDay(day)) left -= 1;
  }
  return day.toString();
}

/** When the retrospective of an incident is due: working days counted from its resolution, in the policy's zone. */
export function dueDate(
  resolvedAt: string,
  workingDays: number,
  policy: WorkingCalendar & { zone: string },
): string {
  return addWorkingDays(civilDateAt(resolvedAt, policy.zone), workingDays, policy);
}

/** The due day itself is in time. */
export function isOverdue(dueOn: string | null, now: string, zone: string): boolean {
  return dueOn !== null && civilDateAt(now, zone) > dueOn;
}
