import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import {
  isZone,
  readWhen,
  splitComposer,
  toInstant,
  type InstantReading,
  type WhenReading,
} from "./index.ts";

const now = "2026-03-30T12:00:30Z";
const berlin = { now, zone: "Europe/Berlin" };

/** Zones with northern, southern, half-hour, midnight and no clock changes, and fixed offsets. */
const zones = [
  "UTC",
  "Europe/Berlin",
  "America/New_York",
  "America/Santiago",
  "Australia/Lord_Howe",
  "Asia/Kolkata",
  "Asia/Beirut",
  "Pacific/Chatham",
  "Pacific/Apia",
  "Africa/Casablanca",
  "+05:45",
  "-09:30",
];
const zone = fc.constantFrom(...zones);
/** Seconds since 1970, from 2005 to 2035. */
const second = fc.integer({ min: 1_104_537_600, max: 2_051_222_400 });
/** Times around clock changes come up rarely by chance, so half of them are sought. */
const zoneAndSecond = fc.oneof(
  fc.tuple(zone, second),
  fc
    .tuple(zone, second, fc.integer({ min: -7200, max: 7200 }))
    .map(([name, start, away]): [string, number] => {
      const next = Temporal.Instant.fromEpochMilliseconds(start * 1000)
        .toZonedDateTimeISO(name)
        .getTimeZoneTransition("next");
      return [name, next === null ? start : next.epochMilliseconds / 1000 + away];
    }),
);

function zoned(name: string, seconds: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toZonedDateTimeISO(name);
}

describe("toInstant", () => {
  test("gives back every instant from its civil time, or offers it", () => {
    fc.assert(
      fc.property(zoneAndSecond, ([name, seconds]) => {
        const time = zoned(name, seconds);
        const at = time.toInstant().toString();
        const local = time.toPlainDateTime().toString();
        const found = instantsOf(toInstant({ local, zone: name }));
        expect(found).toContain(at);
        expect(toInstant({ local, zone: name, disambiguation: "earlier" })).toEqual({ at: found[0] });
        expect(toInstant({ local, zone: name, disambiguation: "later" })).toEqual({ at: found.at(-1) });
      }),
      { numRuns: 1000 },
    );
  });

  test("what it answers shows the same clock; what it refuses as never been is shown by no instant", () => {
    fc.assert(
      fc.property(zoneAndSecond, fc.integer({ min: -7200, max: 7200 }), ([name, seconds], away) => {
        const local = zoned(name, seconds).toPlainDateTime().add({ seconds: away });
        const reading = toInstant({ local: local.toString(), zone: name });
        const possible = [-1, 0, 1].flatMap((days) => {
          const near = local.add({ days }).toZonedDateTime(name);
          const same = local.toZonedDateTime(near.offset.slice(0, 6)).withTimeZone(name);
          return same.toPlainDateTime().equals(local) ? [same.toInstant().toString()] : [];
        });
        const distinct = [...new Set(possible)].toSorted();
        expect(instantsOf(reading)).toEqual(distinct);
      }),
      { numRuns: 1000 },
    );
  });

  test("offers the nearest times where clocks were turned forward, whatever disambiguation says", () => {
    const gap = { local: "2026-03-29 02:30", zone: "Europe/Berlin" };
    for (const reading of [toInstant(gap), toInstant({ ...gap, disambiguation: "later" })]) {
      expect(reading).toMatchObject({
        problem: {
          code: "time.does_not_exist",
          path: ["local"],
          choices: [
            { local: "2026-03-29 01:30", offset: "+01:00" },
            { local: "2026-03-29 03:30", offset: "+02:00" },
          ],
        },
      });
    }
  });

  test.each([
    ["2026-02-30 10:00", "UTC", "time.impossible"],
    ["2026-05-01 24:00", "UTC", "time.impossible"],
    ["2026-05-01 10:60", "UTC", "time.impossible"],
    ["tomorrow", "UTC", "time.impossible"],
    ["2026-05-01 10:00", "Mars/Olympus", "time.unknown_zone"],
    ["2026-05-01 10:00", "", "time.unknown_zone"],
    ["2026-05-01 10:00", "+25:00", "time.unknown_zone"],
  ])("refuses %s in “%s”: %s", (local, name, code) => {
    expect(toInstant({ local, zone: name })).toMatchObject({ problem: { code } });
  });

  test("takes any text without an exception", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (local, name) => {
        expect(isZone(name) || "problem" in toInstant({ local, zone: name })).toBe(true);
        expect(readWhen(local, { now, zone: name })).toBeDefined();
        expect(splitComposer(local, berlin)).toBeDefined();
      }),
    );
  });
});

describe("readWhen", () => {
  test.each([
    ["13:59", "2026-03-30T11:59:00Z", "minute"],
    ["14:01", "2026-03-30T12:01:00Z", "minute"],
    ["14:05", "2026-03-29T12:05:00Z", "minute"],
    ["14:05:09", "2026-03-29T12:05:09Z", "second"],
    ["9:05", "2026-03-30T07:05:00Z", "minute"],
    ["2:05 pm", "2026-03-29T12:05:00Z", "minute"],
    ["12:05 am", "2026-03-29T22:05:00Z", "minute"],
    ["yesterday 23:10", "2026-03-29T21:10:00Z", "minute"],
    ["today at 09:00", "2026-03-30T07:00:00Z", "minute"],
    ["5 min ago", "2026-03-30T11:55:30Z", "minute"],
    ["an hour ago", "2026-03-30T11:00:30Z", "hour"],
    ["1 h 20 min ago", "2026-03-30T10:40:30Z", "minute"],
    ["30s ago", "2026-03-30T12:00:00Z", "second"],
    ["now", "2026-03-30T12:00:30Z", "minute"],
    ["yesterday", "2026-03-28T23:00:00Z", "day"],
    ["2026-03-01", "2026-02-28T23:00:00Z", "day"],
    ["2026-03-01 14:05", "2026-03-01T13:05:00Z", "minute"],
    ["2026-03-01T14:05:09Z", "2026-03-01T14:05:09Z", "second"],
    ["2026-03-01T14:05:09.123+0200", "2026-03-01T12:05:09Z", "second"],
    ["11:05 UTC", "2026-03-30T11:05:00Z", "minute"],
    ["10:00 Europe/London", "2026-03-30T09:00:00Z", "minute"],
  ])("%s → %s, to the %s", (text, at, precision) => {
    expect(readWhen(` ${text} `, berlin)).toMatchObject({ at, precision, given: text });
  });

  test.each([
    ["2026-05-01 14:05", "time.in_future"],
    ["today 14:05", "time.in_future"],
    ["2026-05-01", "time.in_future"],
    ["2026-03-29 02:30", "time.does_not_exist"],
    ["yesterday 02:30", "time.does_not_exist"],
    ["2025-10-26 02:30", "time.happens_twice"],
    ["2026-02-30 10:00", "time.impossible"],
    ["25:00", "time.impossible"],
    ["13:55 PM", "time.impossible"],
    ["10:00 Mars/Olympus", "time.unknown_zone"],
    ["10:00-10:30", "time.not_understood"],
    ["soon", "time.not_understood"],
    ["", "time.not_understood"],
  ])("“%s” is answered with %s", (text, code) => {
    const reading = readWhen(text, berlin);
    expect(reading).toMatchObject({ problem: { code } });
  });

  test("an explicit offset settles an hour that happened twice", () => {
    expect(readWhen("2025-10-26 02:30 +02:00", berlin)).toMatchObject({
      at: "2025-10-26T00:30:00Z",
      zone: "+02:00",
    });
    expect(readWhen("2025-10-26 02:30 +01:00", berlin)).toMatchObject({
      at: "2025-10-26T01:30:00Z",
      zone: "+01:00",
    });
  });

  test("within the repeated hour, what is still to come is not meant", () => {
    const firstTime = { now: "2025-10-26T00:40:00Z", zone: "Europe/Berlin" };
    expect(readWhen("02:30", firstTime)).toMatchObject({ at: "2025-10-26T00:30:00Z" });
    expect(readWhen("02:50", firstTime)).toMatchObject({ at: "2025-10-25T00:50:00Z" });
    expect(readWhen("02:30", { ...firstTime, now: "2025-10-26T02:00:00Z" })).toMatchObject({
      problem: { code: "time.happens_twice" },
    });
  });

  test("before a gap, the clock time of the gap is yesterday's", () => {
    expect(readWhen("02:30", { now: "2026-03-28T23:30:00Z", zone: "Europe/Berlin" })).toMatchObject({
      at: "2026-03-28T01:30:00Z",
    });
  });

  test("where a whole day was left out, the day before is the last one that there was", () => {
    expect(readWhen("23:59:59", { now: "2011-12-30T10:00:00Z", zone: "Pacific/Apia" })).toMatchObject({
      at: "2011-12-30T09:59:59Z",
    });
  });

  test("a bare clock time is the last one that has been, in any zone", () => {
    fc.assert(
      fc.property(zoneAndSecond, fc.integer({ min: 0, max: 86_399 }), ([name, seconds], back) => {
        const then = zoned(name, seconds - back);
        const written = then.toPlainTime().toString({ smallestUnit: "second" });
        const reading = readWhen(written, { now: zoned(name, seconds).toInstant().toString(), zone: name });
        const answers =
          "problem" in reading ? reading.problem.choices.map((choice) => choice.at) : [reading.at];
        const clocks = answers.map((at) => Temporal.Instant.from(at).toZonedDateTimeISO(name).toPlainTime());
        const asked = Temporal.PlainTime.from(written);
        const isGap = "problem" in reading && reading.problem.code === "time.does_not_exist";
        expect(clocks.every((clock) => clock.equals(asked) !== isGap)).toBe(true);
        const ages = answers.map((at) => seconds - Date.parse(at) / 1000);
        expect(Math.min(...ages)).toBeGreaterThanOrEqual(isGap ? -7200 : -60);
        expect(Math.max(...ages)).toBeLessThan(2 * 86_400 + 7200);
      }),
      { numRuns: 1000 },
    );
  });

  test("a full civil time is read back exactly, and nothing lies more than a minute ahead", () => {
    fc.assert(
      fc.property(zoneAndSecond, fc.integer({ min: -86_400, max: 86_400 }), ([name, seconds], away) => {
        const then = zoned(name, seconds + away);
        const at = then.toInstant().toString();
        const local = then.toPlainDateTime().toString({ smallestUnit: "second" }).replace("T", " ");
        const context = { now: zoned(name, seconds).toInstant().toString(), zone: name };
        const reading = readWhen(local, context);
        const isFuture = away > 60;
        // Of two times with one clock, only the earlier may have been.
        const possible = isFuture ? [undefined, twinOf(then)] : [at, twinOf(then)];
        expect(possible).toContain(
          isFuture
            ? instantsOf(reading)[0]
            : (instantsOf(reading).find((one) => one === at) ?? instantsOf(reading)[0]),
        );
        expect("at" in reading ? Date.parse(reading.at) : 0).toBeLessThanOrEqual(seconds * 1000 + 60_000);
        const withOffset = readWhen(`${local} ${then.offset.slice(0, 6)}`, context);
        expect(withOffset).toMatchObject(isFuture ? { problem: { code: "time.in_future" } } : { at });
      }),
      { numRuns: 1000 },
    );
  });
});

/** The instants at which the clock shows what was asked: none in a gap, two in an overlap. */
function instantsOf(reading: InstantReading | WhenReading): string[] {
  if ("at" in reading) return [reading.at];
  if (reading.problem.code !== "time.happens_twice") return [];
  return reading.problem.choices.map((choice) => choice.at);
}

/** The other instant at which the clock shows the same, if there is one. */
function twinOf(time: Temporal.ZonedDateTime): string | null {
  const local = time.toPlainDateTime();
  const both = (["earlier", "later"] as const).map((disambiguation) =>
    local.toZonedDateTime(time.timeZoneId, { disambiguation }).toInstant().toString(),
  );
  return both.find((at) => at !== time.toInstant().toString()) ?? null;
}

describe("splitComposer", () => {
  test.each([
    ["13:05 restarted the pool", "13:05", "restarted the pool"],
    ["5 min ago: saw errors", "5 min ago", "saw errors"],
    ["13:05 - one\n- two", "13:05", "one\n- two"],
    ["13:05\n- two", "13:05", "- two"],
    ["2026-03-01 14:05 UTC: y", "2026-03-01 14:05 UTC", "y"],
    ["yesterday 23:10, paged", "yesterday 23:10", "paged"],
    ["13:05", "13:05", ""],
  ])("%j", (text, given, body) => {
    expect(splitComposer(text, berlin)).toMatchObject({ when: { given }, body });
  });

  test.each([
    "hello 14:05",
    "14:05-14:10 slow",
    "now it is slow",
    "yesterday was fine",
    "10 m agony",
    "1:2 ratio",
  ])("“%s” begins with no time", (text) => {
    expect(splitComposer(text, berlin)).toEqual({ when: null, body: text });
  });

  test("tells of an impossible time and keeps the words", () => {
    expect(splitComposer("25:10 restarted", berlin)).toMatchObject({
      when: { problem: { code: "time.impossible" } },
      body: "restarted",
    });
  });
});
