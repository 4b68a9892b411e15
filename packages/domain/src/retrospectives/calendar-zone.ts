import { Temporal } from "temporal-polyfill";

/** A time as calendars write it, with the lines that define its zone. */
export interface CalendarZone {
  /** VTIMEZONE; no lines when times are written in UTC. */
  lines: string[];
  /** A property with its parameters and value: `DTSTART;TZID=Europe/Berlin:20260501T140500`. */
  property(name: string, time: Temporal.ZonedDateTime): string;
}

/**
 * Local times with a VTIMEZONE, so that a meeting stays at its hour when the rules of a zone change. Fixed offsets, and
 * hours that happen twice (RFC 5545 can only mean the first), are written in UTC, which every client reads.
 */
export function calendarZone(start: Temporal.ZonedDateTime, end: Temporal.ZonedDateTime): CalendarZone {
  const isFixed = start.timeZoneId === "UTC" || /^[+-]/.test(start.timeZoneId);
  if (isFixed || !isFirst(start) || !isFirst(end)) {
    return { lines: [], property: (name, time) => `${name}:${utcStamp(time.toInstant())}` };
  }
  return {
    lines: ["BEGIN:VTIMEZONE", `TZID:${start.timeZoneId}`, ...observances(start, end), "END:VTIMEZONE"],
    property: (name, time) => `${name};TZID=${time.timeZoneId}:${localStamp(time.toPlainDateTime())}`,
  };
}

export function utcStamp(instant: Temporal.Instant): string {
  return `${localStamp(instant.toZonedDateTimeISO("UTC").toPlainDateTime())}Z`;
}

function isFirst(time: Temporal.ZonedDateTime): boolean {
  return time.toPlainDateTime().toZonedDateTime(time.timeZoneId, { disambiguation: "earlier" }).equals(time);
}

/** The rule in force at the start, and any that begins before the end. */
function observances(start: Temporal.ZonedDateTime, end: Temporal.ZonedDateTime): string[] {
  const before = start.add({ seconds: 1 }).getTimeZoneTransition("previous");
  const lines = before === null ? observance(null, start) : observance(before, before);
  let next = start.getTimeZoneTransition("next");
  while (next !== null && Temporal.ZonedDateTime.compare(next, end) <= 0) {
    lines.push(...observance(next, next));
    next = next.getTimeZoneTransition("next");
  }
  return lines;
}

function observance(onset: Temporal.ZonedDateTime | null, within: Temporal.ZonedDateTime): string[] {
  const offsetTo = within.offset;
  const offsetFrom = onset === null ? offsetTo : onset.subtract({ seconds: 1 }).offset;
  const name = isSummer(within) ? "DAYLIGHT" : "STANDARD";
  return [
    `BEGIN:${name}`,
    `DTSTART:${onset === null ? "19700101T000000" : localStamp(onsetClock(onset, offsetFrom))}`,
    `TZOFFSETFROM:${offsetStamp(offsetFrom)}`,
    `TZOFFSETTO:${offsetStamp(offsetTo)}`,
    `END:${name}`,
  ];
}

/** An onset is written as the clock showed it before the change (RFC 5545, 3.6.5). */
function onsetClock(onset: Temporal.ZonedDateTime, offsetFrom: string): Temporal.PlainDateTime {
  return onset.toInstant().toZonedDateTimeISO(offsetFrom.slice(0, 6)).toPlainDateTime();
}

/** Summer time: at some time within the year clocks are less far ahead. */
function isSummer(time: Temporal.ZonedDateTime): boolean {
  for (let months = 1; months < 12; months += 1) {
    if (time.add({ months }).offsetNanoseconds < time.offsetNanoseconds) return true;
  }
  return false;
}

function localStamp(time: Temporal.PlainDateTime): string {
  return time.toString({ smallestUnit: "second" }).replace(/[-:]/g, "");
}

function offsetStamp(offset: string): string {
  return offset.replaceAll(":", "");
}
