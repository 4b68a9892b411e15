import { describe, expect, test } from "vitest";
import { readWriteup, readWriteups, type TimelineRow } from "../index.ts";

/** `2025-10-03T10:45:00Z text`, or the local time where there is no instant. */
const shown = ({ at, text }: TimelineRow): string =>
  `${at.instant ?? at.local ?? "?"}${at.end === null ? "" : `/${at.end}`} ${text}`;
const rowsOf = (
  text: string,
  more: { path?: string; zone?: string; answers?: Record<string, string> } = {},
): string[] => readWriteup({ path: "x.md", ...more, text }).timeline.map(shown);
const askedIn = (text: string, path = "x.md"): string[] =>
  readWriteup({ path, text }).questions.map(({ id }) => id);

const title = (path: string, text: string): string => readWriteup({ path, text }).title.value;
const names = (text: string): string[] =>
  readWriteup({ path: "x.md", text }).attendees.map(({ name, role }) =>
    role === undefined ? name : `${name}/${role}`,
  );
const one = (name: string, day: string): string =>
  `# ${name}\n\n## Summary\n\nDown on ${day}.\n\n## Timeline\n\n- 10:00 a\n\n`;

describe("the rest of a write-up", () => {
  test("front matter: known fields, unknown ones kept, broken ones asked about", () => {
    const read = readWriteup({
      path: "x.md",
      text: "---\ntitle: A\nstart_time: 2018-03-13T12:14:00Z\nend_time: 2018-03-13T06:00:00-07:00\nteam: {name: x}\n---\nText.\n",
    });
    expect(read.startedAt?.instant).toBe("2018-03-13T12:14:00Z");
    expect(read.resolvedAt?.instant).toBe("2018-03-13T13:00:00Z");
    expect(read.frontMatter?.other).toEqual({ team: { name: "x" } });
    const broken = readWriteup({ path: "x.md", text: "---\ntitle: [a\n: b: c\n---\n# B\n" });
    expect(broken.questions.map(({ id }) => id)).toEqual(["front-matter"]);
    expect(broken.frontMatter?.raw).toContain("title: [a");
  });

  test("titles from headings, file names and first sentences; never a template's", () => {
    expect(title("a.md", "Outage *here*\n=====\n")).toBe("Outage here");
    expect(title("a.md", "# Incident Title\n\nLogin outage\n")).toBe("Login outage");
    expect(title("2024-02-28-flags are down.md", "Some text.\n")).toBe("flags are down");
    expect(title("readme", "The queue was full. More.\n")).toBe("The queue was full");
    expect(
      title("5b2ddc4e-0c62-4f3e-9d4a-1f2c5d6e7f80.md", "The queue was full in Sept. 2019 for a day.\n"),
    ).toBe("The queue was full in Sept. 2019 for a day");
  });

  test("actions as bullets, boxes, tables and below headings, nested ones too", () => {
    const text =
      "## Acton items\n\n### Immediate\n\n- ✅ Fixed\n- [ ] Open (owner: @ada, due: 2025-04-15)\n  - nested OPS-12\n\n### Long-term (Q4 2025)\n\n| Action | Owner | Status | Ticket |\n|---|---|---|---|\n| Limit it | Bo | Done | OPS-13 |\n| [action] | @name | Open | |\n\n**Action item:** Declare earlier. Owner: @cy\n";
    expect(readWriteup({ path: "x.md", text }).actions).toEqual([
      { text: "Fixed", state: "done", horizon: "immediate", line: 5 },
      { text: "Open", state: "open", owner: "ada", due: "2025-04-15", horizon: "immediate", line: 6 },
      { text: "nested OPS-12", ticket: "OPS-12", horizon: "immediate", parent: 1, line: 7 },
      {
        text: "Limit it",
        state: "done",
        owner: "Bo",
        due: "Q4 2025",
        ticket: "OPS-13",
        horizon: "long",
        line: 13,
      },
      { text: "Declare earlier.", owner: "cy", due: "Q4 2025", horizon: "long", line: 16 },
    ]);
  });

  test("attendees by commas or blanks, asked where blanks do not tell", () => {
    expect(names("Attendees: Ada Lovelace, Bo (scribe) and Cy\n")).toEqual([
      "Ada Lovelace",
      "Bo/scribe",
      "Cy",
    ]);
    expect(names("## Atendees\n\n- RF SC AN\n")).toEqual(["RF", "SC", "AN"]);
    expect(names("**Participants:** @ada @bo\n")).toEqual(["ada", "bo"]);
    expect(askedIn("Attendees: Ada Bo Cy Di\n")).toEqual(["people"]);
    expect(names("**Incident commander:** Ada\n")).toEqual(["Ada/incident commander"]);
  });

  test("what went well, what did not, and luck; as lists, signs or paragraphs", () => {
    const read = readWriteup({
      path: "x.md",
      text: "## Lessons\n### What went well?\n\n✅ **Fast**\nVery.\n\n### What could have gone better?\n\n- Slow\n  - very\n\n### Where we got lucky\n\nIt was night.\n\n## Contibuting factors\n\n- One\n- Two\n",
    });
    expect(read.whatWentWell).toEqual([{ text: "**Fast**\nVery.", line: 4 }]);
    expect(read.whatWasConfusing).toEqual([{ text: "Slow\n  - very", line: 9 }]);
    expect(read.whereWeWereLucky).toEqual([{ text: "It was night.", line: 14 }]);
    expect(read.contributingFactors.map(({ text }) => text)).toEqual(["One", "Two"]);
  });

  test("several incidents in one file, each with its own questions; a shared analysis keeps one", () => {
    const several = readWriteups({
      path: "x.md",
      text: one("Login", "2025-03-03") + one("Login", "2025-04-04"),
    });
    expect(several.map((each) => [each.title.value, each.lines.from, each.lines.to])).toEqual([
      ["Login", 1, 10],
      ["Login", 11, 21],
    ]);
    expect(several.map(({ questions }) => questions[0]?.id)).toEqual(["zone", "2/zone"]);
    expect(several[1]?.timeline[0]?.at.local).toBe("2025-04-04T10:00:00");
    expect(
      readWriteups({
        path: "x.md",
        text: "# Two outages\n\n## March 3, 2025 - Login\n\n### Timeline\n- 10:00 UTC a\n\n## April 4, 2025 - Mail\n\n### Timeline\n- 10:00 UTC b\n\n## Action items\n\n- do\n",
      }),
    ).toHaveLength(1);
  });

  test("start and end told in a sentence, in a field, or asked", () => {
    const told = readWriteup({
      path: "2024-02-28-x.md",
      text: "On 28th February, flags went down from 15:30 to 18:10 UTC.\n",
    });
    expect([told.startedAt?.instant, told.resolvedAt?.instant]).toEqual([
      "2024-02-28T15:30:00Z",
      "2024-02-28T18:10:00Z",
    ]);
    const field = readWriteup({
      path: "x.md",
      text: "# X\n**Duration:** 22:30 UTC on October 29, 2025 to 05:39 UTC on October 30 (7 h)\n",
    });
    expect([field.startedAt?.instant, field.resolvedAt?.instant]).toEqual([
      "2025-10-29T22:30:00Z",
      "2025-10-30T05:39:00Z",
    ]);
  });

  test("line ends, byte order mark and tabs change nothing but the original", () => {
    const text = "# X 2025-03-03\n\n## Timeline (UTC)\n\n-\t10:00 a\n\t- more\n";
    const odd = `\uFEFF${text.replaceAll("\n", "\r\n")}`;
    expect(rowsOf(odd)).toEqual(rowsOf(text));
    expect(readWriteup({ path: "x.md", text: odd }).original).toBe(odd);
  });
});
