import { describe, expect, it } from "vitest";
import { durationIso, durationText, relativeText, timeText } from "./timeText.ts";

const minutes = (n: number) => n * 60_000;

describe("timeText", () => {
  it("writes ISO dates and names the zone", () => {
    expect(timeText("2011-04-21T07:47:05Z", "America/Los_Angeles", "moment")).toEqual({
      text: "2011-04-21 00:47",
      zone: "GMT-7",
    });
    expect(timeText("2011-04-21T07:47:05Z", "UTC", "time", true)).toEqual({ text: "07:47:05", zone: "UTC" });
  });
  it("says so when it is no time", () => expect(timeText("tomorrow-ish", "UTC", "time")).toBeNull());
});

describe("durationText", () => {
  it.each([
    [0, "0 s"],
    [59_999, "59 s"],
    [minutes(1) + 5_000, "1 min 5 s"],
    [minutes(48), "48 min"],
    [minutes(108), "1 h 48 min"],
    [minutes(13 * 60), "13 h"],
    [minutes(60 * 24 * 3 + 240), "3 d 4 h"],
    [-minutes(5), "−5 min"],
    [Number.NaN, "unknown"],
  ])("%d ms reads %s", (ms, text) => expect(durationText(ms)).toBe(text));
  it("has a form for machines", () => {
    expect(durationIso(minutes(108))).toBe("PT1H48M");
    expect(durationIso(0)).toBe("PT0S");
  });
});

describe("relativeText", () => {
  const now = Date.parse("2026-03-01T12:00:00Z");
  it("looks both ways", () => {
    expect(relativeText("2026-03-01T11:57:00Z", now)).toBe("3 min ago");
    expect(relativeText("2026-03-04T12:00:00Z", now)).toBe("in 3 d");
    expect(relativeText("2026-03-01T11:59:30Z", now)).toBe("just now");
  });
});
