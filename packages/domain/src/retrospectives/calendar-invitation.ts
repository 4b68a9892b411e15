import { Temporal } from "temporal-polyfill";
import { escapeText, foldLine, oneLine, quoteParameter } from "./calendar-text.ts";
import { calendarZone, utcStamp } from "./calendar-zone.ts";

export interface Invited {
  name: string;
  email: string;
}

export interface Invitation {
  /** Stays the same for all versions of one meeting. */
  uid: string;
  /** Grows with every change of the meeting, from 0. */
  sequence: number;
  /** Instant with offset. */
  start: string;
  /** IANA zone or fixed offset in which the meeting is kept. */
  zone: string;
  minutes: number;
  summary: string;
  description: string;
  url: string;
  organizer?: Invited | undefined;
  attendees: readonly Invited[];
  /** Instant with offset. */
  now: string;
}

/** An iCalendar object (RFC 5545) with one event: a request when it has an organizer and attendees, else a publication. */
export function calendarInvitation(invitation: Invitation): string {
  const start = Temporal.Instant.from(invitation.start).toZonedDateTimeISO(invitation.zone).round("second");
  const end = start.add({ minutes: invitation.minutes });
  const zone = calendarZone(start, end);
  const { organizer, attendees } = invitation;
  const isRequest = organizer !== undefined && attendees.length > 0;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Morrow//Retrospectives//EN",
    "CALSCALE:GREGORIAN",
    `METHOD:${isRequest ? "REQUEST" : "PUBLISH"}`,
    ...zone.lines,
    "BEGIN:VEVENT",
    `UID:${escapeText(oneLine(invitation.uid))}`,
    `SEQUENCE:${Math.max(0, Math.trunc(invitation.sequence))}`,
    `DTSTAMP:${utcStamp(Temporal.Instant.from(invitation.now))}`,
    zone.property("DTSTART", start),
    zone.property("DTEND", end),
    `SUMMARY:${escapeText(oneLine(invitation.summary))}`,
    `DESCRIPTION:${escapeText(invitation.description)}`,
    `URL:${oneLine(invitation.url).replaceAll(" ", "%20")}`,
    ...(organizer === undefined
      ? []
      : [`ORGANIZER;CN=${quoteParameter(organizer.name)}:${mailTo(organizer.email)}`]),
    ...attendees.map(attendee),
    "STATUS:CONFIRMED",
    "TRANSP:OPAQUE",
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join("");
}

function attendee({ name, email }: Invited): string {
  return `ATTENDEE;CN=${quoteParameter(name)};ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:${mailTo(email)}`;
}

function mailTo(email: string): string {
  return `mailto:${oneLine(email).replaceAll(" ", "")}`;
}
