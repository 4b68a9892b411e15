import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { foldLine } from "./calendar-text.ts";
import { calendarInvitation, meetingAgenda, type Invitation } from "./index.ts";

test("time boxes add up, and two fifths belong to brainstorming", () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 600 }), (minutes) => {
      const agenda = meetingAgenda(minutes);
      expect(agenda.reduce((sum, item) => sum + item.minutes, 0)).toBe(minutes);
      expect(Math.min(...agenda.map((item) => item.minutes))).toBeGreaterThanOrEqual(1);
      const brainstorm = agenda.find((item) => item.title === "Countermeasures");
      expect(brainstorm!.minutes / minutes).toBeGreaterThanOrEqual(0.4);
    }),
  );
  expect(() => meetingAgenda(5)).toThrow(RangeError);
});

const meeting: Invitation = {
  uid: "7c1e@morrow.example",
  sequence: 2,
  start: "2026-05-01T12:00:00Z",
  zone: "Europe/Berlin",
  minutes: 60,
  summary: "Retrospective: INC-142; pool, drained",
  description: "What happened\nand what we learn \\ from it",
  url: "https://morrow.example/incidents/INC-142",
  organizer: { name: 'Ada "A"', email: "ada@example.com" },
  attendees: [{ name: "Bo", email: "bo@example.com" }],
  now: "2026-04-20T08:00:00Z",
};

/** As a client reads it. */
function unfold(text: string): string[] {
  return text.replaceAll("\r\n ", "").split("\r\n");
}

describe("calendarInvitation", () => {
  test("carries the meeting in its zone with the rules of that zone", () => {
    expect(unfold(calendarInvitation(meeting))).toEqual([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Morrow//Retrospectives//EN",
      "CALSCALE:GREGORIAN",
      "METHOD:REQUEST",
      "BEGIN:VTIMEZONE",
      "TZID:Europe/Berlin",
      "BEGIN:DAYLIGHT",
      "DTSTART:20260329T020000",
      "TZOFFSETFROM:+0100",
      "TZOFFSETTO:+0200",
      "END:DAYLIGHT",
      "END:VTIMEZONE",
      "BEGIN:VEVENT",
      "UID:7c1e@morrow.example",
      "SEQUENCE:2",
      "DTSTAMP:20260420T080000Z",
      "DTSTART;TZID=Europe/Berlin:20260501T140000",
      "DTEND;TZID=Europe/Berlin:20260501T150000",
      "SUMMARY:Retrospective: INC-142\\; pool\\, drained",
      "DESCRIPTION:What happened\\nand what we learn \\\\ from it",
      "URL:https://morrow.example/incidents/INC-142",
      "ORGANIZER;CN=\"Ada 'A'\":mailto:ada@example.com",
      'ATTENDEE;CN="Bo";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:bo@example.com',
      "STATUS:CONFIRMED",
      "TRANSP:OPAQUE",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ]);
  });

  test("writes UTC for fixed offsets and for an hour that happens twice; without guests it is a publication", () => {
    const fixed = calendarInvitation({ ...meeting, zone: "+02:00", attendees: [] });
    expect(fixed).toContain("\r\nDTSTART:20260501T120000Z\r\n");
    expect(fixed).toContain("METHOD:PUBLISH");
    expect(fixed).not.toContain("VTIMEZONE");
    const second = calendarInvitation({ ...meeting, start: "2026-10-25T01:30:00Z" });
    expect(second).toContain("\r\nDTSTART:20261025T013000Z\r\n");
  });

  test("means the same instants when read by its own zone rules", () => {
    const zone = fc.constantFrom(
      "Europe/Berlin",
      "America/Santiago",
      "Australia/Lord_Howe",
      "Asia/Kolkata",
      "UTC",
    );
    const start = fc.integer({ min: 1_577_836_800, max: 1_893_456_000 });
    fc.assert(
      fc.property(zone, start, fc.integer({ min: 15, max: 300 }), (name, seconds, minutes) => {
        const at = Temporal.Instant.fromEpochMilliseconds(seconds * 1000);
        const lines = unfold(calendarInvitation({ ...meeting, zone: name, start: at.toString(), minutes }));
        expect(readTime(lines, "DTSTART")).toBe(at.toString());
        expect(readTime(lines, "DTEND")).toBe(at.add({ minutes }).toString());
      }),
      { numRuns: 300 },
    );
  });

  test("no text can add a line of its own, and no line is longer than 75 octets", () => {
    const any = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("a\r\nATTENDEE:x", "🌅".repeat(60), '"\n;,:\\'),
    );
    fc.assert(
      fc.property(any, any, any, (summary, description, name) => {
        const attendees = [{ name, email: `${name}@example.com` }];
        const given = { ...meeting, summary, description, url: `https://x.example/${name}`, attendees };
        const text = calendarInvitation(given);
        expect(unfold(text)).toHaveLength(29);
        for (const line of text.split("\r\n")) {
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
          expect(line.isWellFormed()).toBe(true);
          expect(line).not.toMatch(/[\r\n]/);
        }
      }),
    );
  });
});

test("folding unfolds back", () => {
  const line = fc.string({ unit: "grapheme", maxLength: 300 }).filter((text) => !/[\r\n]/.test(text));
  fc.assert(
    fc.property(line, (text) => {
      expect(foldLine(text).replaceAll("\r\n ", "")).toBe(text);
    }),
  );
});

/** Reads a time by the observance that begins last before it. */
function readTime(lines: readonly string[], name: string): string {
  const event = lines.slice(lines.indexOf("BEGIN:VEVENT"));
  const value = event.find((line) => line.startsWith(name))!.split(":")[1]!;
  if (value.endsWith("Z")) return Temporal.Instant.from(value).toString();
  const valuesOf = (key: string): string[] =>
    lines
      .slice(0, lines.indexOf("END:VTIMEZONE"))
      .filter((line) => line.startsWith(key))
      .map((line) => line.split(":")[1]!);
  const onsets = valuesOf("DTSTART");
  const index = onsets.findLastIndex((onset) => onset <= value);
  return Temporal.Instant.from(`${value}${valuesOf("TZOFFSETTO")[index]}`).toString();
}
