import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readWriteup, readWriteups } from "../index.ts";

const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

/** Pieces that write-ups are made of, so that random texts reach deep into the reader. */
const piece = fc.oneof(
  fc.constantFrom(
    "---",
    "+++",
    "title: x",
    "start_time: 2025-13-45T99:00Z",
    "# Outage",
    "## Timeline (CST)",
    "## Timline",
    "| Time | Event |",
    "|---|---|",
    "| 10:00 | a |",
    "| 10:15-09:00 PM",
    "| ?? | b",
    "- **16:58 UTC** - c",
    "- 2025-02-30 10:00 d",
    "* 31/12/2024 24:00 e",
    "10:61 f",
    "> quoted",
    "```",
    "<table>",
    "<tr><td>10:00</td><td>x</td></tr>",
    "</table>",
    "<!--",
    "-->",
    "- [x] do it (owner: @a) OPS-1",
    "## Action items",
    "Attendees: Ada Bo Cy Di",
    "In the morning of Feb 29, 2023 at 02:30 America/New_York",
    "===",
    "###",
    "All times in PST.",
    "\t- nested",
    "July 4 10:00 PST went down",
    "Date: 03/04/2025",
    "Timeline",
    "Root Cause:",
    "<li><strong>10:30 AM:</strong> g</li><li>h",
    "<h3>Timeline</h3>",
    "- T+1h 5m: i",
    "Start: 2024-09-03 23:50 UTC",
    "| 1700000000 | j |",
    "10:00 AM: k. - 11:00 AM: l. 2105hrs UTC: m",
    "- Found (Nov, 5, 2023 21:30): n",
    "h2. Action items",
    "|| Time || Event ||",
    "#### May 4",
    "#### 00:20:",
    "**Tasks:**",
    "2025\u201105\u201120 06:2xZ \\",
  ),
  fc.string({ maxLength: 40 }),
  fc.string({ unit: "binary", maxLength: 20 }),
);
const text = fc
  .array(fc.tuple(piece, fc.constantFrom("\n", "\r\n", "\n\n", "\r", " ")), { maxLength: 40 })
  .map((parts) => parts.map(([a, b]) => a + b).join(""));
const path = fc.oneof(
  fc.constantFrom("2025-10-03-x.md", "a/b/readme", "", "31-12-2024.txt"),
  fc.string({ maxLength: 30 }),
);

describe("any text", () => {
  test("is read without an error, keeps its original, and gives valid instants, lines and questions", () => {
    fc.assert(
      fc.property(
        text,
        path,
        fc.option(fc.constantFrom("Europe/Berlin", "UTC", "nonsense", "+02:00"), { nil: null }),
        (body, file, zone) => {
          const input = { path: file, text: body, ...(zone === null ? {} : { zone }) };
          const lineCount = body.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/).length;
          for (const proposal of readWriteups(input)) {
            expect(proposal.original).toBe(body);
            expect(proposal.title.value).not.toBe("");
            const instants = proposal.timeline
              .flatMap(({ at }) => [at.instant, at.end])
              .filter((each) => each !== null);
            expect(instants.filter((each) => !instantPattern.test(each))).toEqual([]);
            expect(proposal.timeline.filter(({ at }) => at.instant !== null && at.zone === null)).toEqual([]);
            const placed = [
              ...proposal.actions,
              ...proposal.contributingFactors,
              ...proposal.links,
              ...proposal.questions,
              ...proposal.timeline,
            ];
            expect(placed.filter(({ line }) => line < 1 || line > lineCount)).toEqual([]);
            expect(
              proposal.timeline.filter(({ line, endLine }) => endLine < line || endLine > lineCount),
            ).toEqual([]);
            const ids = proposal.questions.map(({ id }) => id);
            expect(new Set(ids).size).toBe(ids.length);
            const cited = proposal.timeline.flatMap(({ at }) => at.questions);
            expect(cited.filter((id) => !ids.includes(id))).toEqual([]);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  test("of some size is read too, however often a piece repeats", () => {
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 4 }),
        fc.constantFrom("\n", " ", "", "\n\n"),
        (pieces, between) => {
          const once = pieces.join(between) + between;
          const body = `# Down on 2025-01-02\n\n## Timeline (UTC)\n\n${once.repeat(Math.ceil(60_000 / Math.max(1, once.length)))}`;
          expect(readWriteups({ path: "x.md", text: body })[0]?.original).toBe(body);
        },
      ),
      { numRuns: 40 },
    );
  });

  test("is read the same way twice", () => {
    fc.assert(
      fc.property(text, path, (body, file) => {
        expect(readWriteup({ path: file, text: body })).toEqual(readWriteup({ path: file, text: body }));
      }),
      { numRuns: 100 },
    );
  });

  test("answers never break the reading, and a valid one is not asked again", () => {
    fc.assert(
      fc.property(text, (body) => {
        const asked = readWriteup({ path: "x.md", text: body }).questions;
        const answers = Object.fromEntries(
          asked.flatMap(({ id, choices }) => (choices[0] ? [[id, choices[0].value]] : [])),
        );
        const again = readWriteup({ path: "x.md", text: body, answers });
        const still = again.questions.filter(({ id }) => id !== "front-matter" && Object.hasOwn(answers, id));
        expect(still).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
