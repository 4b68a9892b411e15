import { Temporal } from "temporal-polyfill";

/** A calendar date with its parts as far as they are known. */
export interface CivilDate {
  year: number;
  month: number;
  day: number;
}

export interface CivilTime {
  hour: number;
  minute: number;
  second: number;
}

export function isDate(date: CivilDate): boolean {
  return (
    date.year >= 1 &&
    date.year <= 9999 &&
    date.month >= 1 &&
    date.month <= 12 &&
    date.day >= 1 &&
    date.day <= daysIn(date.year, date.month)
  );
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const plain = (date: CivilDate): Temporal.PlainDate =>
  new Temporal.PlainDate(date.year, date.month, date.day);

export function addDays(date: CivilDate, days: number): CivilDate {
  const moved = plain(date).add({ days });
  return { year: moved.year, month: moved.month, day: moved.day };
}

/** Days from `a` to `b`; negative where `b` is earlier. */
export function daysBetween(a: CivilDate, b: CivilDate): number {
  return plain(a).until(plain(b), { largestUnit: "day" }).days;
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(date: CivilDate): number {
  return plain(date).dayOfWeek;
}

const two = (value: number): string => String(value).padStart(2, "0");

export const dateText = (date: CivilDate): string =>
  `${String(date.year).padStart(4, "0")}-${two(date.month)}-${two(date.day)}`;
export const timeText = (time: CivilTime): string =>
  `${two(time.hour)}:${two(time.minute)}:${two(time.second)}`;

export function dateOfText(text: string | undefined): CivilDate | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(text?.trim() ?? "");
  if (!found) return null;
  const date = { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) };
  return isDate(date) ? date : null;
}

/** What a wall clock reading means in a zone: usually one instant; two where clocks go back; `gap` where they jump ahead. */
export interface Reading {
  instants: readonly string[];
  gap: boolean;
}

const whole = (zoned: Temporal.ZonedDateTime): string =>
  zoned.toInstant().toString({ smallestUnit: "second" });

/** Instants (UTC, ISO 8601) of a civil time in a zone. `zone` must have passed `isZone`. */
export function reading(date: CivilDate, time: CivilTime, zone: string): Reading {
  if (zone === "UTC") return { instants: [`${dateText(date)}T${timeText(time)}Z`], gap: false };
  const local = new Temporal.PlainDateTime(
    date.year,
    date.month,
    date.day,
    time.hour,
    time.minute,
    time.second,
  );
  const earlier = local.toZonedDateTime(zone, { disambiguation: "earlier" });
  // A fixed offset has neither gaps nor repeated hours.
  if (/^[+-]/.test(zone)) return { instants: [whole(earlier)], gap: false };
  const later = local.toZonedDateTime(zone, { disambiguation: "later" });
  const gap = !earlier.toPlainDateTime().equals(local) || !later.toPlainDateTime().equals(local);
  const instants = earlier.equals(later) ? [whole(earlier)] : [whole(earlier), whole(later)];
  return { instants, gap };
}

/** The offset (`-07:00`) a place's wall clock has at noon of a date. */
export function offsetOn(date: CivilDate, iana: string): string {
  const key = `${dateText(date)} ${iana}`;
  const before = offsets.get(key);
  if (before !== undefined) return before;
  const offset = computedOffset(date, iana);
  if (offsets.size < 10_000) offsets.set(key, offset);
  return offset;
}

/** The same days come up row after row; asking the zone data each time took most of the time of a long timeline. */
const offsets = new Map<string, string>();

function computedOffset(date: CivilDate, iana: string): string {
  return new Temporal.PlainDateTime(date.year, date.month, date.day, 12).toZonedDateTime(iana).offset;
}

/** Seconds of the day. */
export const secondsOf = (time: CivilTime): number => time.hour * 3600 + time.minute * 60 + time.second;
