import { daysBetween, isDate, weekdayOf, type CivilDate } from "./civil.ts";

/** A date whose year helps to complete others. A publication comes after what it tells about. */
export interface Anchor {
  date: CivilDate;
  publication: boolean;
}

/** The year that fits a month and day best: the weekday decides if one is written, then nearness to the anchor. */
export function yearFor(
  month: number,
  day: number,
  weekday: number | null,
  anchor: Anchor,
): CivilDate | null {
  const { year } = anchor.date;
  const fitting = [year - 1, year, year + 1].map((each) => ({ year: each, month, day })).filter(isDate);
  const right = weekday === null ? [] : fitting.filter((date) => weekdayOf(date) === weekday);
  const pool = right.length > 0 ? right : fitting;
  const cost = (date: CivilDate): number => {
    const days = daysBetween(anchor.date, date);
    return anchor.publication && days > 1 ? days + 400 : Math.abs(days);
  };
  return pool.toSorted((a, b) => cost(a) - cost(b))[0] ?? null;
}

/** Nearest date with a weekday, from the anchor on (up to six days after it). */
export function weekdayFrom(anchor: CivilDate, weekday: number): number {
  return (weekday - weekdayOf(anchor) + 7) % 7;
}
