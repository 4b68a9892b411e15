import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readWriteup, readWriteups } from "../index.ts";
import { writeMarkdown, type RetrospectiveText } from "./index.ts";

const anyText = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.constantFrom(
    "a | b",
    "--> <!-- x",
    "# Timeline\n\n- 10:00 x",
    "line\nline\n\n  line",
    "---",
    "```\ncode",
    "<script>",
    "10:00 UTC",
    "  ",
    "2025-10-03",
  ),
);
const instant = fc
  .integer({ min: 0, max: 4_000_000_000 })
  .map((seconds) => new Date(seconds * 1000).toISOString().replace(".000Z", "Z"));
const texts = fc.array(anyText, { maxLength: 4 });

const retrospective: fc.Arbitrary<RetrospectiveText> = fc.record(
  {
    uuid: fc.uuid(),
    title: anyText,
    summary: anyText,
    severity: anyText,
    owner: anyText,
    facilitator: anyText,
    startedAt: instant,
    detectedAt: instant,
    resolvedAt: instant,
    services: texts,
    tags: texts,
    attendees: fc.array(fc.record({ name: anyText, role: anyText }, { requiredKeys: ["name"] }), {
      maxLength: 3,
    }),
    timeline: fc.array(
      fc.record(
        {
          instant: fc.option(instant, { nil: null }),
          precision: fc.constantFrom("day", "hour", "minute", "second"),
          end: instant,
          approximate: fc.constant(true),
          actor: anyText,
          text: anyText,
        },
        { requiredKeys: ["instant", "precision", "text"] },
      ),
      { maxLength: 6 },
    ),
    contributingFactors: texts,
    whatWentWell: texts,
    whatWasConfusing: texts,
    whereWeWereLucky: texts,
    countermeasures: fc.array(
      fc.record(
        {
          text: anyText,
          owner: anyText,
          due: anyText,
          state: fc.constantFrom("open", "done"),
          ticket: anyText,
        },
        { requiredKeys: ["text"] },
      ),
      { maxLength: 4 },
    ),
    narrative: anyText,
  },
  { requiredKeys: ["uuid", "title"] },
);

/** The same fields as the export was made of, taken from a proposal. */
function fieldsOf(markdown: string): RetrospectiveText {
  const read = readWriteup({ path: "export.md", text: markdown });
  return {
    uuid: read.frontMatter?.uuid ?? "",
    title: read.title.value,
    summary: read.summary?.text,
    severity: read.severity?.given,
    owner: read.owner,
    facilitator: read.facilitator,
    startedAt: read.startedAt?.instant ?? undefined,
    detectedAt: read.detectedAt?.instant ?? undefined,
    resolvedAt: read.resolvedAt?.instant ?? undefined,
    services: read.services,
    tags: read.tags,
    attendees: read.attendees,
    timeline: read.timeline.map(({ at, actor, text }) => ({
      instant: at.instant,
      precision: at.precision,
      end: at.end ?? undefined,
      approximate: at.approximate || undefined,
      actor,
      text,
    })),
    contributingFactors: read.contributingFactors.map(({ text }) => text),
    whatWentWell: read.whatWentWell.map(({ text }) => text),
    whatWasConfusing: read.whatWasConfusing.map(({ text }) => text),
    whereWeWereLucky: read.whereWeWereLucky.map(({ text }) => text),
    countermeasures: read.actions.map(({ text, owner, due, state, ticket }) => ({
      text,
      owner,
      due,
      state,
      ticket,
    })),
    narrative: read.narrative,
  } as RetrospectiveText;
}

const empty = {
  services: [],
  tags: [],
  attendees: [],
  timeline: [],
  contributingFactors: [],
  whatWentWell: [],
  whatWasConfusing: [],
  whereWeWereLucky: [],
  countermeasures: [],
  narrative: "",
};

describe("an export", () => {
  test("read again gives the same fields, whatever the texts hold", () => {
    fc.assert(
      fc.property(retrospective, (given) => {
        const markdown = writeMarkdown(given);
        expect(fieldsOf(markdown)).toEqual({ ...empty, ...given });
        expect(readWriteups({ path: "x.md", text: markdown })).toHaveLength(1);
        // A checkout on Windows changes line ends; the fields stay.
        const elsewhere = /\r/.test(markdown) ? markdown : markdown.replaceAll("\n", "\r\n");
        expect(fieldsOf(elsewhere)).toEqual({ ...empty, ...given });
      }),
      { numRuns: 300 },
    );
  });

  const plain: RetrospectiveText = {
    uuid: "0198c0de-0000-7000-8000-000000000001",
    title: "Checkout was slow",
    summary: "Orders took up to a minute.",
    severity: "SEV2",
    owner: "ada",
    startedAt: "2025-03-30T00:58:00Z",
    resolvedAt: "2025-03-30T02:10:00Z",
    services: ["checkout"],
    tags: ["database"],
    timeline: [
      { instant: "2025-03-30T00:58:00Z", precision: "minute", text: "Latency rises | p99 at 9 s" },
      {
        instant: "2025-03-30T01:20:00Z",
        precision: "minute",
        approximate: true,
        end: "2025-03-30T01:25:00Z",
        actor: "ada",
        text: "Index is added",
      },
    ],
    contributingFactors: ["No limit on the query"],
    whatWentWell: ["The page was on time"],
    whatWasConfusing: ["Two dashboards disagreed"],
    whereWeWereLucky: ["It was Sunday"],
    countermeasures: [
      { text: "Limit the query", owner: "ada", due: "2025-04-15", state: "open", ticket: "OPS-12" },
    ],
    attendees: [{ name: "ada", role: "scribe" }],
  };

  test("that somebody edited is read from its text, not from the data behind it", () => {
    const edited = writeMarkdown(plain).replace("Index is added", "The index is added by hand");
    const read = readWriteup({ path: "x.md", text: edited });
    expect(read.timeline.map(({ text }) => text)).toEqual([
      "Latency rises | p99 at 9 s",
      "The index is added by hand",
    ]);
    expect(read.timeline[1]?.at).toMatchObject({
      instant: "2025-03-30T01:20:00Z",
      end: "2025-03-30T01:25:00Z",
      approximate: true,
    });
    expect(read.title.value).toBe(plain.title);
    expect(read.actions[0]).toMatchObject({
      text: "Limit the query",
      owner: "ada",
      due: "2025-04-15",
      state: "open",
      ticket: "OPS-12",
    });
    expect(read.severity?.given).toBe("SEV2");
    expect(read.narrative).not.toContain("morrow:1");
  });
});
