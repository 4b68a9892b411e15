import { Temporal } from "temporal-polyfill";
import { isZone } from "../calendar/zone.ts";
import { readClock } from "./read-clock.ts";
import type { Precision } from "./vocabulary.ts";
import { ago, agoPart, clockWithDay, dayOnly } from "./when-grammar.ts";
import { readDayWord, refuseWhen, type WhenContext, type WhenReading } from "./when.ts";

/**
 * Reads what a person types for a time: "14:05", "14:05:09", "2:05 pm", "14:05 UTC", "5 min ago", "1 h 20 min ago",
 * "yesterday 23:10", "2026-05-01 14:05", "2026-05-01", ISO 8601 with offset. A bare clock time is the last one that
 * has been; nothing lies more than a minute in the future.
 */
export function readWhen(text: string, context: WhenContext): WhenReading {
  const given = text.trim();
  if (!isZone(context.zone)) {
    return refuseWhen(
      "time.unknown_zone",
      `“${context.zone}” is not a known zone. Please give one such as Europe/Berlin or +02:00.`,
    );
  }
  if (ago.test(given)) return readAgo(given, context);
  const clock = clockWithDay.exec(given)?.groups;
  if (clock !== undefined) return readClock(clock, given, context);
  const day = dayOnly.exec(given)?.[1];
  if (day !== undefined) return readDay(day, given, context);
  return refuseWhen(
    "time.not_understood",
    `“${given}” could not be read as a time. Please write it like 14:05, 5 min ago, yesterday 23:10 or 2026-05-01 14:05.`,
  );
}

function readDay(day: string, given: string, context: WhenContext): WhenReading {
  const date = readDayWord(day, context, context.zone);
  if (date === null) return refuseWhen("time.impossible", `“${day}” is not a date that exists.`);
  const start = date.toZonedDateTime(context.zone).toInstant();
  if (Temporal.Instant.compare(start, Temporal.Instant.from(context.now)) > 0) {
    return refuseWhen("time.in_future", `“${given}” has not come yet. The timeline tells what has happened.`);
  }
  return { at: start.toString(), zone: context.zone, precision: "day", given };
}

const finest: Record<string, { seconds: number; precision: Precision }> = {
  s: { seconds: 1, precision: "second" },
  m: { seconds: 60, precision: "minute" },
  h: { seconds: 3600, precision: "hour" },
  d: { seconds: 86_400, precision: "day" },
};

/** Elapsed time, not civil time: "1 day ago" is 24 hours. Whole seconds. */
function readAgo(given: string, { now, zone }: WhenContext): WhenReading {
  let seconds = 0;
  let precision: Precision = "minute";
  for (const [, amount = "", unit = ""] of given.matchAll(agoPart)) {
    const size = finest[unit.charAt(0).toLowerCase()];
    if (size === undefined) continue;
    seconds += size.seconds * (/^an?$/i.test(amount) ? 1 : Number(amount));
    precision = size.precision;
  }
  const at = Temporal.Instant.from(now)
    .subtract({ seconds })
    .round({ smallestUnit: "second", roundingMode: "floor" });
  return { at: at.toString(), zone, precision, given };
}
