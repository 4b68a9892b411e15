import { describe, expect, test } from "vitest";
import { readWriteup, type TimelineRow } from "../index.ts";

/** `2025-10-03T10:45:00Z text`, or the local time where there is no instant. */
const shown = ({ at, text }: TimelineRow): string =>
  `${at.instant ?? at.local ?? "?"}${at.end === null ? "" : `/${at.end}`} ${text}`;
const rowsOf = (
  text: string,
  more: { path?: string; zone?: string; answers?: Record<string, string> } = {},
): string[] => readWriteup({ path: "x.md", ...more, text }).timeline.map(shown);
const askedIn = (text: string, path = "x.md"): string[] =>
  readWriteup({ path, text }).questions.map(({ id }) => id);

describe("timelines", () => {
  test("as a table with the zone in its heading and the date in the title", () => {
    const text =
      "# Queue stuck on 3 October 2025\n\n## Timeline\n\n| Time (UTC) | Event |\n|---|---|\n| 10:45 | Queue \\| stops |\n| 23:50 | Restarted |\n| 00:20 | Drained |\n";
    expect(rowsOf(text)).toEqual([
      "2025-10-03T10:45:00Z Queue | stops",
      "2025-10-03T23:50:00Z Restarted",
      "2025-10-04T00:20:00Z Drained",
    ]);
    expect(readWriteup({ path: "x.md", text }).timeline.every(({ at }) => at.certainty === "derived")).toBe(
      true,
    );
  });

  test("as a table with its own date column, no pipes at the ends, and a person beside each event", () => {
    const text =
      "## Timeline (all times UTC)\n\nDate | Time | Who | What happened\n--- | --- | --- | ---\n2025-03-01 | 09:00 | Ada | Pool empties\n | 09:30 | | Pool grows\n2025-03-02 | 08:00 | Bo | Checked again\n";
    const { timeline } = readWriteup({ path: "x.md", text });
    expect(timeline.map(shown)).toEqual([
      "2025-03-01T09:00:00Z Pool empties",
      "2025-03-01T09:30:00Z Pool grows",
      "2025-03-02T08:00:00Z Checked again",
    ]);
    expect(timeline.map(({ actor }) => actor)).toEqual(["Ada", undefined, "Bo"]);
  });

  test("as a table that lacks its delimiter row, closes no row, and breaks a cell over two lines", () => {
    expect(
      rowsOf(
        "## Timeline (UTC)\n\n| 2025-03-01 09:00 | Mail is sent\n| 2025-03-01 09:05 | A long\ntext goes on\n| 2025-03-01 09:10 | Done\n",
      ),
    ).toEqual([
      "2025-03-01T09:00:00Z Mail is sent",
      "2025-03-01T09:05:00Z A long text goes on",
      "2025-03-01T09:10:00Z Done",
    ]);
  });

  test("as an HTML table, with date rows between the times", () => {
    expect(
      rowsOf(
        "## Timeline\n\nAll times in UTC\n\n<table>\n<tr><th>Time</th><th>Event</th></tr>\n<tr><td>2025-03-01</td><td></td></tr>\n<tr><td>9:00 PM</td><td>Disk <b>full</b></td></tr>\n</table>\n",
      ),
    ).toEqual(["2025-03-01T21:00:00Z Disk full"]);
  });

  test("as bullets with bold times, evidence below them, and a remark that is no event", () => {
    const text =
      '# Cache, 3 October 2025\n\n## Timeline\n\n- **16:58 UTC** - Cache evicts\n\n<img src="https://host/a.png">\n\n- [17:02 UTC](https://host/x): **Deploy** begins\n  - pods restart\n- **17:10 UTC Deploy ends**\n- **Note:** the page was not updated\n';
    const { timeline } = readWriteup({ path: "x.md", text });
    expect(timeline.map(shown)).toEqual([
      "2025-10-03T16:58:00Z Cache evicts",
      "2025-10-03T17:02:00Z **Deploy** begins",
      "2025-10-03T17:10:00Z Deploy ends",
    ]);
    expect(timeline[0]?.detail).toContain("<img");
    expect(timeline[1]?.detail).toContain("- pods restart");
  });

  test("with a heading per day, in a heading per time, and as lines of a paragraph", () => {
    expect(
      rowsOf(
        "## Timeline (UTC)\n\n### Monday, March 3, 2025\n\n- 22:00 First\n\n### March 4\n\n07:30 Second\n08:00 – Third\n",
      ),
    ).toEqual(["2025-03-03T22:00:00Z First", "2025-03-04T07:30:00Z Second", "2025-03-04T08:00:00Z Third"]);
    expect(
      rowsOf(
        "# Down on 2025-03-03\n\n## Timeline\n\n### 10:40 UTC: Alert\n\nThe pager rang.\n\n### 11:00 UTC: Quiet\n",
      ),
    ).toEqual(["2025-03-03T10:40:00Z Alert", "2025-03-03T11:00:00Z Quiet"]);
  });

  test("as preformatted text, and as prose where there is nothing else", () => {
    expect(rowsOf("# 2025-03-03\n## Timeline (UTC)\n```\n10:00 one\n10:05 two\n```\n")).toEqual([
      "2025-03-03T10:00:00Z one",
      "2025-03-03T10:05:00Z two",
    ]);
    expect(
      rowsOf(
        "At 4:11 AM UTC on November 24th, 2025, the worm appeared.\n\nBy 9:30 AM UTC, it was gone.\n\nAt 5:40 PM on November 18th a token had leaked.\n",
      ),
    ).toEqual([
      "2025-11-18T17:40:00Z At 5:40 PM on November 18th a token had leaked.",
      "2025-11-24T04:11:00Z At 4:11 AM UTC on November 24th, 2025, the worm appeared.",
      "2025-11-24T09:30:00Z By 9:30 AM UTC, it was gone.",
    ]);
  });

  test("without the word timeline, or with it misspelt or underlined", () => {
    const list = "- 10:00 UTC one\n- 10:05 UTC two\n";
    for (const heading of [
      "## Timline\n",
      "Time line\n---------\n",
      "**Timeline:**\n\n",
      "### What we saw\n",
      "1. Chronology\n===\n",
      "",
    ])
      expect(rowsOf(`# Slow on 2025-03-03\n\n${heading}\n${list}`)).toHaveLength(2);
  });

  test("newest first, and with rows out of order", () => {
    expect(
      rowsOf(
        "# 2025-03-03\n## Timeline (UTC)\n- 01:10 f\n- 23:50 e\n- 23:20 d\n- 22:40 c\n- 22:10 b\n- 22:00 a\n",
      ),
    ).toEqual([
      "2025-03-03T22:00:00Z a",
      "2025-03-03T22:10:00Z b",
      "2025-03-03T22:40:00Z c",
      "2025-03-03T23:20:00Z d",
      "2025-03-03T23:50:00Z e",
      "2025-03-04T01:10:00Z f",
    ]);
    const { timeline } = readWriteup({
      path: "x.md",
      text: "# 2025-03-03\n## Timeline (UTC)\n- 10:00 a\n- 10:30 c\n- 10:20 b\n- 10:40 d\n",
    });
    expect(timeline.map(({ text, order }) => [text, order])).toEqual([
      ["a", 0],
      ["b", 2],
      ["c", 1],
      ["d", 3],
    ]);
  });

  test("with ranges, about-signs, 12 and 24 hours mixed up, open minutes and unknown times", () => {
    const text =
      "# 2025-03-03\n## Timeline (UTC)\n- 10:00-10:15 range\n- ~11:00 about\n- 13:55 PM both\n- 14:?? open\n- ?? nobody knows\n- 15h hour\n- 15:01:02 exact\n";
    const { timeline } = readWriteup({ path: "x.md", text });
    expect(timeline.map(shown)).toEqual([
      "2025-03-03T10:00:00Z/2025-03-03T10:15:00Z range",
      "2025-03-03T11:00:00Z about",
      "2025-03-03T13:55:00Z both",
      "2025-03-03T14:00:00Z open",
      "? nobody knows",
      "2025-03-03T15:00:00Z hour",
      "2025-03-03T15:01:02Z exact",
    ]);
    expect(timeline.map(({ at }) => `${at.precision}${at.approximate ? " about" : ""}`)).toEqual([
      "minute",
      "minute about",
      "minute",
      "hour about",
      "day about",
      "hour",
      "second",
    ]);
  });

  test("drop what a template left behind", () => {
    expect(
      rowsOf(
        "# 2025-03-03\n## Timeline\n| Time (UTC) | Event |\n|---|---|\n| HH:MM | What happened |\n| 10:00 | Real |\n| | |\n| YYYY-MM-DD HH:MM | ... |\n",
      ),
    ).toEqual(["2025-03-03T10:00:00Z Real"]);
  });
});

describe("what is asked", () => {
  test("a zone nobody states; the person's zone or answer settles it", () => {
    const text = "# Down on 2025-07-03\n\n## Timeline\n\n- 10:00 one\n";
    expect(rowsOf(text)).toEqual(["2025-07-03T10:00:00 one"]);
    expect(askedIn(text)).toEqual(["zone"]);
    expect(rowsOf(text, { zone: "America/New_York" })).toEqual(["2025-07-03T14:00:00Z one"]);
    expect(rowsOf(text, { answers: { zone: "+02:00" } })).toEqual(["2025-07-03T08:00:00Z one"]);
    expect(rowsOf(text, { answers: { zone: "the moon" } })).toEqual(["2025-07-03T10:00:00 one"]);
  });

  test("a winter abbreviation in summer, showing both; an abbreviation with several meanings", () => {
    const text =
      "# 2020-06-09\n## Timeline\n\nAll times in CET.\n\n| Time | Event |\n|---|---|\n| 11:00 | one |\n";
    const read = readWriteup({ path: "x.md", text });
    expect(read.timeline[0]?.at).toMatchObject({ certainty: "uncertain", questions: ["zone:CET"] });
    expect(read.questions.find(({ id }) => id === "zone:CET")?.choices.map(({ value }) => value)).toEqual([
      "Europe/Berlin",
      "+01:00",
    ]);
    expect(rowsOf(text, { answers: { "zone:CET": "+01:00" } })).toEqual(["2020-06-09T10:00:00Z one"]);
    expect(rowsOf(text, { zone: "Europe/Copenhagen" })).toEqual(["2020-06-09T09:00:00Z one"]);
    expect(askedIn("# 2020-01-09\n## Timeline\n- 11:00 CST one\n")).toContain("zone:CST");
    expect(askedIn("# 2020-01-09\n## Timeline\n- 11:00 CET one\n- 12:00 CET/CEST two\n")).toEqual([
      "started",
    ]);
  });

  test("a date nobody states, and one that is only in the file name", () => {
    expect(rowsOf("# Down\n## Timeline (UTC)\n- 10:00 one\n")).toEqual(["T10:00:00 one"]);
    const named = readWriteup({
      path: "2025-10-03-down.md",
      text: "# Down\n## Timeline (UTC)\n- 10:00 one\n",
    });
    expect(named.timeline[0]?.at).toMatchObject({
      instant: "2025-10-03T10:00:00Z",
      certainty: "uncertain",
      questions: ["date"],
    });
    expect(
      rowsOf("# Down\n## Timeline (UTC)\n- 10:00 one\n", {
        path: "2025-10-03-down.md",
        answers: { date: "2025-09-30" },
      }),
    ).toEqual(["2025-09-30T10:00:00Z one"]);
  });

  test("day-month order, unless another date shows it", () => {
    expect(askedIn("# X\n## Timeline (UTC)\n- 03/04/2025 10:00 one\n")).toContain("date-order");
    expect(
      rowsOf("# X\n## Timeline (UTC)\n- 03/04/2025 10:00 one\n", { answers: { "date-order": "dmy" } }),
    ).toEqual(["2025-04-03T10:00:00Z one"]);
    expect(rowsOf("# X\n## Timeline (UTC)\n- 03/04/2025 10:00 one\n- 13/04/2025 10:00 two\n")).toEqual([
      "2025-04-03T10:00:00Z one",
      "2025-04-13T10:00:00Z two",
    ]);
    expect(rowsOf("# X\nOn 8 January 2026 it began.\n## Timeline (UTC)\n- 08-01-2026 10:00 one\n")).toEqual([
      "2026-01-08T10:00:00Z one",
    ]);
  });

  test("mistyped years, and times that fit the afternoon", () => {
    const text =
      "# X\n## Timeline (UTC)\n- 2024-01-03 10:00 typo\n- 2025-01-03 11:00 a\n- 20225-01-03 12:00 b\n";
    expect(rowsOf(text.replace("2024-01-03 10:00 typo\n- ", "").replace("20225", "20225"))).toContain(
      "2025-01-03T12:00:00Z b",
    );
    expect(rowsOf("# 2025-01-30\n## Timeline (UTC)\n- 12:00 lunch\n- 01:16 back\n- 14:03 on\n")).toEqual([
      "2025-01-30T12:00:00Z lunch",
      "2025-01-30T13:16:00Z back",
      "2025-01-30T14:03:00Z on",
    ]);
  });

  test("the half of the day where it is missing or contradicts itself", () => {
    const text = "# 2025-03-03\n## Timeline (UTC)\n- 13:55 AM odd\n";
    const asked = askedIn(text).find((id) => id.startsWith("half:")) ?? "";
    expect(rowsOf(text, { answers: { [asked]: "am" } })).toEqual(["2025-03-03T01:55:00Z odd"]);
    expect(
      rowsOf("# 2025-03-03\n## Timeline (UTC)\n- 10:45 AM a\n- 11:30 b\n- 12:15 c\n- 1:30 PM d\n"),
    ).toEqual([
      "2025-03-03T10:45:00Z a",
      "2025-03-03T11:30:00Z b",
      "2025-03-03T12:15:00Z c",
      "2025-03-03T13:30:00Z d",
    ]);
  });

  test("a weekday that fits another year, and dates beside a column of weekdays", () => {
    const text =
      "# Account\n\nOn Thursday, January 20th, 2021 at 22:04 (UTC) it closed.\n\n## Timeline\n\n| Day | Date (2021) | Time (UTC) | Event |\n|---|---|---|---|\n| Thur | Jan 20 | 22:40 | Closed\n| Fri | Jan 21 | 00:20 | Opened\n";
    expect(rowsOf(text, { path: "2022-01-20-account.md" })).toEqual([
      "2022-01-20T22:40:00Z Closed",
      "2022-01-21T00:20:00Z Opened",
    ]);
    expect(askedIn(text, "2022-01-20-account.md")).toContain("year:weekday");
    expect(rowsOf(text, { answers: { "year:weekday": "2021" } })[0]).toBe("2021-01-20T22:40:00Z Closed");
  });

  test("wall clocks that were skipped or shown twice", () => {
    const skipped = readWriteup({
      path: "x.md",
      text: "# 2025-03-30\n## Timeline\n- 02:30 one\n",
      zone: "Europe/Berlin",
    });
    expect(skipped.questions.map(({ about, choices }) => [about, choices.length])).toContainEqual([
      "time",
      2,
    ]);
    const twice = readWriteup({
      path: "x.md",
      text: "# 2025-10-26\n## Timeline\n- 02:30 one\n",
      zone: "Europe/Berlin",
    });
    expect(twice.timeline[0]?.at.certainty).toBe("uncertain");
  });

  test("the day of times below an older change", () => {
    const text =
      "# Down on 29 September 2025\n## Timeline (UTC)\n- 2025-07-11: Helper added\n- 16:58 Outage\n- 17:10 Over\n";
    expect(rowsOf(text)).toEqual([
      "2025-07-11T00:00:00Z Helper added",
      "2025-09-29T16:58:00Z Outage",
      "2025-09-29T17:10:00Z Over",
    ]);
    expect(askedIn(text).some((id) => id.startsWith("day:"))).toBe(true);
  });
});
