import { describe, expect, test } from "vitest";
import { readWriteup, type TimelineRow, type WriteupProposal } from "../index.ts";

const shown = ({ at, text }: TimelineRow): string => `${at.instant ?? at.local ?? "?"} ${text}`;
const read = (text: string): WriteupProposal => readWriteup({ path: "notes.md", text });
const rowsOf = (text: string): string[] => read(text).timeline.map(shown);
const actions = (text: string): string[] => read(text).actions.map((each) => each.text);

describe("rows", () => {
  test("begin with four digits and a colon, unless these may be a year", () => {
    expect(rowsOf("# 2023-03-09\n\n## Timeline (UTC)\n\n0336: Dark.\n\n1258: Light.\n")).toEqual([
      "2023-03-09T03:36:00Z Dark.",
      "2023-03-09T12:58:00Z Light.",
    ]);
    expect(rowsOf("# Old\n\n## Timeline (UTC)\n\n1998: Built.\n\n2015: Sold.\n")).toEqual([]);
  });

  test("write the clock with a full stop where all of them do and it never runs back", () => {
    expect(
      rowsOf("# 2022-08-08\n\n## Timeline (UTC)\n\n9.07 merged\n\n13.14 a reader writes\n\n13.36 back\n"),
    ).toEqual([
      "2022-08-08T09:07:00Z merged",
      "2022-08-08T13:14:00Z a reader writes",
      "2022-08-08T13:36:00Z back",
    ]);
    expect(
      rowsOf("# 2022-08-08\n\n## Timeline (UTC)\n\n2.10 GB used\n\n1.20 GB free\n\n0.50 GB left\n"),
    ).toEqual([]);
  });

  test("stand behind a line break in a paragraph", () => {
    expect(
      rowsOf(
        "# Names\n\n## Timeline (UTC)\n\n### 2023-08-25\n\n15:27 - a change goes\nout<br> 21:14 - it takes effect.<br> 21:20 - first\nmail<br>\n",
      ),
    ).toEqual([
      "2023-08-25T15:27:00Z a change goes\nout",
      "2023-08-25T21:14:00Z it takes effect.",
      "2023-08-25T21:20:00Z first\nmail",
    ]);
  });

  test("give month and day before the time, and stand below headings beside that of the timeline", () => {
    expect(
      rowsOf(
        "# Freeze, 2026-07-20\n\n## Timeline (UTC)\n\n| Time | Event |\n|---|---|\n| 07-19 20:52 | restart |\n| 07-20 **04:00** | backups |\n",
      ),
    ).toEqual(["2026-07-19T20:52:00Z restart", "2026-07-20T04:00:00Z backups"]);
    expect(
      rowsOf(
        "# Chart\n\n## Timeline (UTC)\n\n### March 6 2017 22:59\n\nsent out\n\n## 23:27\n\nunderstood\n",
      ),
    ).toEqual(["2017-03-06T22:59:00Z sent out", "2017-03-06T23:27:00Z understood"]);
  });

  test("at 12:15 AM right after noon ask which half of the day is meant", () => {
    const proposal = read(
      "# 2023-06-28\n\n## Timeline (UTC)\n\n- 11:30 AM starts\n- 12:00 PM stops\n- 12:15 AM seen\n- 12:45 AM back\n",
    );
    expect(proposal.timeline.map(({ at }) => at.certainty)).toEqual([
      "derived",
      "derived",
      "uncertain",
      "uncertain",
    ]);
    expect(proposal.questions.filter(({ id }) => id.startsWith("half:"))).toHaveLength(2);
    const night = read(
      "# 2023-06-28\n\n## Timeline (UTC)\n\n- 11:30 PM starts\n- 12:15 AM seen\n",
    ).timeline.map(({ at }) => at.certainty);
    expect(night).toEqual(["derived", "derived"]);
  });
});

describe("actions", () => {
  test("are told in paragraphs where no list holds any", () => {
    expect(
      actions(
        "# Alarm\n\n## Action items\n\n### Detection\n\nWe could scan what we publish.\n\n### Fixes\n\nNo fixes were necessary.\n\n### Prevention\n\nIt is unclear what would help.\n\n### Documentation\n\nDescribe how\nlogs are read.\n",
      ),
    ).toEqual(["We could scan what we publish.", "Describe how\nlogs are read."]);
    expect(actions("# Alarm\n\n## Follow-up\n\nThis was discussed.\n\n- Add a test\n")).toEqual([
      "Add a test",
    ]);
  });

  test("are boxes of a plan; what was done at once is none", () => {
    expect(
      actions(
        "# Tables lost\n\n## Recovery plan\n\n### Short-term\n\n- [ ] Fill them again\n\n### Long-term\n\n- [ ] Keep copies\n\n## Mitigation\n\n### Immediate actions (0-10 minutes)\n\n1. Stop the move\n",
      ),
    ).toEqual(["Fill them again", "Keep copies"]);
    expect(
      actions(
        "# Down on 2025-02-10\n\n## Timeline (UTC)\n\n- 09:00 Alarm\n\n### Actions taken\n\n- Read the logs\n",
      ),
    ).toEqual([]);
  });

  test("name their owner in front", () => {
    expect(read("## Action items\n\n- @ada will write a test\n").actions).toMatchObject([
      { text: "write a test", owner: "ada" },
    ]);
  });
});

describe("titles", () => {
  test("are a first line that calls itself a report, unless it is a sentence or an address", () => {
    expect(read("Postmortem: Checkout errors\n\n---\n\nText.\n").title.value).toBe(
      "Postmortem: Checkout errors",
    );
    expect(read("Internal report: https://example.org/1\n\nText.\n").title.value).toBe("notes");
    expect(read("The outage was long.\n\nText.\n").title.value).toBe("notes");
  });
});
