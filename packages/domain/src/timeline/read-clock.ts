import { Temporal } from "temporal-polyfill";
import { isZone } from "../calendar/zone.ts";
import { readDayWord, refuseWhen, type WhenContext, type WhenReading } from "./when.ts";
import { toInstant, type InstantReading } from "./to-instant.ts";
import type { Precision } from "./vocabulary.ts";

/** Clocks of people and servers differ a little. */
const toleranceSeconds = 60;

type ClockGroups = Record<string, string | undefined>;

/** A clock time with or without its day and zone, as matched by the grammar. */
export function readClock(groups: ClockGroups, given: string, context: WhenContext): WhenReading {
  const zone = groups["zone"] === undefined ? context.zone : readZone(groups["zone"]);
  if (looksLikeRange(groups)) {
    return refuseWhen(
      "time.not_understood",
      `“${given}” looks like a range. Please give the time at which it began.`,
    );
  }
  if (!isZone(zone)) {
    return refuseWhen(
      "time.unknown_zone",
      `“${groups["zone"]}” is not a known zone. Please give one such as Europe/Berlin or +02:00.`,
    );
  }
  const time = readTimeOfDay(groups);
  if (time === null) return refuseWhen("time.impossible", `“${given}” is not a time that exists.`);
  const precision: Precision = groups["second"] === undefined ? "minute" : "second";
  const reading =
    groups["day"] === undefined ? lastTime(time, zone, context) : onDay(groups["day"], time, zone, context);
  return "problem" in reading ? reading : { at: reading.at, zone, precision, given };
}

/** "10:00-10:30" is no time in a zone ten and a half hours behind. */
function looksLikeRange(groups: ClockGroups): boolean {
  return groups["day"] === undefined && groups["gap"] === "" && (groups["zone"]?.startsWith("-") ?? false);
}

function readZone(text: string): string {
  if (/^(?:utc|gmt|z)$/i.test(text)) return "UTC";
  const offset = /^([+-])([0-9]{2}):?([0-9]{2})?$/.exec(text);
  return offset === null ? text : `${offset[1]}${offset[2]}:${offset[3] ?? "00"}`;
}

function readTimeOfDay(groups: ClockGroups): string | null {
  const half = groups["half"]?.toLowerCase();
  let hour = Number(groups["hour"]);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half === "pm" ? 12 : 0);
  }
  const second = groups["second"] ?? "00";
  if (hour > 23 || Number(groups["minute"]) > 59 || Number(second) > 59) return null;
  return `${String(hour).padStart(2, "0")}:${groups["minute"]}:${second}`;
}

function onDay(day: string, time: string, zone: string, context: WhenContext): InstantReading {
  const date = readDayWord(day, context, zone);
  if (date === null) return refuseWhen("time.impossible", `“${day}” is not a date that exists.`);
  const reading = settle(toInstant({ local: `${date.toString()}T${time}`, zone }), context.now);
  const earliest = "at" in reading ? reading.at : reading.problem.choices[0]?.at;
  if (earliest !== undefined && isFuture(earliest, context.now)) return refuseFuture(date, time, zone);
  return reading;
}

/** The last time that the clock showed this: today, or else yesterday. */
function lastTime(time: string, zone: string, context: WhenContext): InstantReading {
  const today = Temporal.Instant.from(context.now).toZonedDateTimeISO(zone).toPlainDate();
  const local = (date: Temporal.PlainDate): string => `${date.toString()}T${time}`;
  const reading = settle(toInstant({ local: local(today), zone }), context.now);
  const earliest = "at" in reading ? reading.at : reading.problem.choices[0]?.at;
  if (earliest === undefined || !isFuture(earliest, context.now)) return reading;
  return settle(toInstant({ local: local(dayBefore(today, zone)), zone }), context.now);
}

/** The last day that there was: Samoa went from the 29th of December 2011 to the 31st. */
function dayBefore(day: Temporal.PlainDate, zone: string): Temporal.PlainDate {
  return day.toZonedDateTime(zone).subtract({ seconds: 1 }).toPlainDate();
}

/** Of two times that could be meant, the one that is still to come is not. */
function settle(reading: InstantReading, now: string): InstantReading {
  if ("at" in reading || reading.problem.code !== "time.happens_twice") return reading;
  const [only, ...others] = reading.problem.choices.filter((choice) => !isFuture(choice.at, now));
  return only !== undefined && others.length === 0 ? { at: only.at } : reading;
}

function isFuture(at: string, now: string): boolean {
  const limit = Temporal.Instant.from(now).add({ seconds: toleranceSeconds });
  return Temporal.Instant.compare(Temporal.Instant.from(at), limit) > 0;
}

function refuseFuture(date: Temporal.PlainDate, time: string, zone: string): InstantReading {
  return refuseWhen(
    "time.in_future",
    `${date.toString()} ${time.replace(/:00$/, "")} (${zone}) has not come yet. The timeline tells what has happened.`,
  );
}
