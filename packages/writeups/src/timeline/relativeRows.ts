import { addDays, isDate } from "../moments/civil.ts";
import type { DateWords } from "../moments/dateWords.ts";
import type { MomentWords } from "../moments/momentWords.ts";
import type { Source } from "../proposal/moment.ts";
import type { NearDate, NearZone, RawRow } from "./rawRow.ts";

/** Where `T` is stated: the words of the start, as a field or the front matter gives them. */
export interface RelativeStart {
  words: MomentWords;
  from: Source;
  line: number;
}

const units: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1 };
const day = 86_400;

/** `T+1h 5m`, `T-10 min`, `T+0:30` in seconds; null for other words. A number without a unit is in minutes. */
function offsetOf(given: string): number | null {
  const found = /^T\s?([+-])\s?(\d.*)$/i.exec(given.replace(/:$/, "").trim());
  if (!found?.[2]) return null;
  const sign = found[1] === "-" ? -1 : 1;
  const clock = /^(\d{1,3}):(\d{2})(?::(\d{2}))?$/.exec(found[2]);
  if (clock) return sign * (Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0));
  let sum = 0;
  for (const [, number, unit] of found[2].matchAll(/(\d+)\s?([a-z]?)/gi))
    sum += Number(number) * (units[(unit ?? "").toLowerCase()] ?? 60);
  return sign * sum;
}

function dayAfter(date: DateWords, days: number): DateWords | null {
  if (days === 0) return date;
  if (date.sort !== "date" || date.year === null) return null;
  const civil = { year: date.year, month: date.month, day: date.day };
  if (!isDate(civil)) return null;
  const moved = addDays(civil, days);
  return { ...date, ...moved, weekday: null, last: null };
}

/** Rows that count from the beginning (`T+5m`) get its date, clock and zone, moved; others stay as they are. */
export function withRelativeTimes(rows: readonly RawRow[], start: RelativeStart | null): RawRow[] {
  const time = start?.words.time;
  const date = start?.words.date;
  if (!start || !time || !date) return [...rows];
  const zone: NearZone | null = start.words.zone
    ? { words: start.words.zone, from: start.from, line: start.line }
    : null;
  const days = new Map<number, NearDate>();
  return rows.map((row) => {
    const offset = row.words?.unknown ? offsetOf(row.words.given) : null;
    if (row.words === null || offset === null) return row;
    const total = time.hour * 3600 + time.minute * 60 + time.second + offset;
    const later = Math.floor(total / day);
    const words = dayAfter(date, later);
    if (words === null) return row;
    const above = days.get(later) ?? { words, given: start.words.given, line: start.line };
    days.set(later, above);
    const left = total - later * day;
    const precision = left % 60 !== 0 ? "second" : time.precision === "hour" ? "minute" : time.precision;
    const moved = {
      ...time,
      hour: Math.floor(left / 3600),
      minute: Math.floor((left % 3600) / 60),
      second: left % 60,
      precision,
    } as const;
    return { ...row, above, zone, words: { ...row.words, time: moved, unknown: false, approximate: false } };
  });
}
