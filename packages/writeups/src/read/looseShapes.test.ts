import { describe, expect, test } from "vitest";
import { readWriteup, readWriteups, type TimelineRow } from "../index.ts";

const shown = ({ at, text }: TimelineRow): string =>
  `${at.instant ?? at.local ?? "?"}${at.end === null ? "" : `/${at.end}`} ${text}`;
const read = (text: string, path = "x.md"): ReturnType<typeof readWriteup> => readWriteup({ path, text });
const rowsOf = (text: string): string[] => read(text).timeline.map(shown);

const record = (id: number, when: string): string =>
  `## INC-${id}: Switch ${id}\n\n- **Date**: ${when}\n- **Severity**: P${id}\n- **Duration**: 40 minutes\n- **Root Cause**: firmware ${id}\n\n`;

describe("rows", () => {
  test("take the text below a heading or a line that is only a time; lists and more text there belong to them", () => {
    const { timeline } = read(
      "# Mail down on 2025-03-03\n\n## Timeline (UTC)\n\n### 10:40\n\nThe pager rang.\n\nTwo people joined.\n\n- one checked the disk\n\n### 10:55\n\n- the queue drained\n- the pager stopped\n",
    );
    expect(timeline.map(shown)).toEqual([
      "2025-03-03T10:40:00Z The pager rang.",
      "2025-03-03T10:55:00Z the queue drained",
    ]);
    expect(timeline[0]?.detail).toBe("Two people joined.\n\n- one checked the disk");
    expect(
      rowsOf(
        "# 2025-03-03\n\n## Timeline (UTC)\n\n10:00 AM:\n\nDisk fills.\n10:20 AM:\n\nDisk is cleared.\n",
      ),
    ).toEqual(["2025-03-03T10:00:00Z Disk fills.", "2025-03-03T10:20:00Z Disk is cleared."]);
  });

  test("in paragraphs keep the bullets below them as detail", () => {
    const { timeline } = read(
      "# 2025-03-03\n\n## Timeline (UTC)\n\n**02:22** - Applied the plan\n- a dependency was seen as changed\n\n**02:24** - All nodes reset\n",
    );
    expect(timeline.map(shown)).toEqual([
      "2025-03-03T02:22:00Z Applied the plan",
      "2025-03-03T02:24:00Z All nodes reset",
    ]);
    expect(timeline[0]?.detail).toContain("seen as changed");
  });

  test("stand one behind another on a line", () => {
    expect(
      rowsOf(
        "# 2025-03-03\n\n## Timeline (UTC)\n\n- 10:50 AM: Paged. - 11:00 AM: Traffic moved; back at 2:00 PM: no change\n\n2100hrs UTC: Worse. 2105hrs UTC: One server answers 2108hrs UTC: Restarted.\n",
      ),
    ).toEqual([
      "2025-03-03T10:50:00Z Paged.",
      "2025-03-03T11:00:00Z Traffic moved; back at 2:00 PM: no change",
      "2025-03-03T21:00:00Z Worse.",
      "2025-03-03T21:05:00Z One server answers",
      "2025-03-03T21:08:00Z Restarted.",
    ]);
  });

  test("hold their time behind a label, or below one", () => {
    expect(
      rowsOf(
        "## Timeline (UTC)\n\n1. First look (Nov 5, 2023, 21:30): Errors rise.\n2. Isolation (Nov, 5, 2023 21:50): One host is taken out.\n- **All clear:** November 5, 2023 - 10:15 PM\n- **Review:**\n  - Nov 6, 2023, 09:00\n",
      ),
    ).toEqual([
      "2023-11-05T21:30:00Z First look: Errors rise.",
      "2023-11-05T21:50:00Z Isolation: One host is taken out.",
      "2023-11-05T22:15:00Z All clear",
      "2023-11-06T09:00:00Z Review",
    ]);
  });

  test("count from a stated beginning, over midnight too; without one they stay without an instant", () => {
    const rows = "## Timeline\n\n- T+0: alert\n- T+5m: answered\n- T+1h 3m: quiet\n- T-10 min: deploy\n";
    const { timeline } = read(`# Slow\n\n**Start:** 2024-09-03 23:12 UTC\n\n${rows}`);
    expect(timeline.map(shown)).toEqual([
      "2024-09-03T23:02:00Z deploy",
      "2024-09-03T23:12:00Z alert",
      "2024-09-03T23:17:00Z answered",
      "2024-09-04T00:15:00Z quiet",
    ]);
    expect(timeline.map(({ at }) => [at.given, at.certainty])).toContainEqual(["T+5m", "derived"]);
    expect(rowsOf(`# Slow\n\n${rows}`)).toEqual(["? alert", "? answered", "? quiet", "? deploy"]);
  });

  test("give seconds since 1970, hours with a dot, open minutes and seconds, and a slash before the time", () => {
    expect(
      rowsOf("# Worker\n\n| time | what |\n|---|---|\n| 1700000000 | stopped |\n| 1700000060000 | back |\n"),
    ).toEqual(["2023-11-14T22:13:20Z stopped", "2023-11-14T22:14:20Z back"]);
    const { timeline } = read(
      "## Timeline\n\n- 2025-03-03 15.25 PST: seen\n- 2025-03-04 06:2xZ: node lost\n- 2025-03-04T06:39:xxZ: checked\n- 2025-03-04/07:10 UTC: back\n",
    );
    expect(timeline.map(shown)).toEqual([
      "2025-03-03T23:25:00Z seen",
      "2025-03-04T06:20:00Z node lost",
      "2025-03-04T06:39:00Z checked",
      "2025-03-04T07:10:00Z back",
    ]);
    expect(timeline.map(({ at }) => at.approximate)).toEqual([false, true, true, false]);
  });

  test("take the time from the sentence after a date, and their own zone speaks for no other row", () => {
    expect(
      rowsOf(
        "## Timeline\n\n- 2021-08-24: Released in the morning (CET).\n- 2021-08-27: At 12:50:07 UTC, it was used.\n",
      ),
    ).toEqual(["2021-08-24T00:00:00Z Released in the morning (CET).", "2021-08-27T12:50:07Z it was used."]);
  });

  test("are dated by a heading beside them, a sentence above them, or the duration", () => {
    expect(
      rowsOf("## Timeline (UTC)\n\n#### May 4, 2025\n#### 00:10:\n+ seen\n#### 01:00:\n+ gone\n"),
    ).toEqual(["2025-05-04T00:10:00Z seen", "2025-05-04T01:00:00Z gone"]);
    expect(
      rowsOf(
        "It began on 01/01/2020.\n\n## Timeline\n\nThe following took place on Monday, May the 4th, 2020.\n8.40 AM GMT - seen\n8.52 AM GMT - gone\n",
      ),
    ).toEqual(["2020-05-04T08:40:00Z seen", "2020-05-04T08:52:00Z gone"]);
    expect(
      rowsOf(
        "- **Duration:** from May 12, 2024, at 10:00 AM to May 12, 2024, 12:00 PM (UTC-5)\n\n**Timeline:**\n\n- **10:00 AM:** seen\n- **12:00 PM:** gone\n",
      ),
    ).toEqual(["2024-05-12T15:00:00Z seen", "2024-05-12T17:00:00Z gone"]);
  });
});

describe("documents", () => {
  test("without any Markdown are divided by their labels", () => {
    const proposal = read(
      "Login refused\nIssue Summary\nOn June 9th, 2024 from 10:05 AM to 10:15 AM WAT, nobody could log in.\nTimeline\n10:05 AM Update goes out\n10:15 AM Update taken back\nRoot Cause and Resolution\nA name was misspelt.\nCorrective and Preventative Measures:\n- Check names\n",
      "readme.md",
    );
    expect(proposal.timeline.map(shown)).toEqual([
      "2024-06-09T09:05:00Z Update goes out",
      "2024-06-09T09:15:00Z Update taken back",
    ]);
    expect(proposal.startedAt?.instant).toBe("2024-06-09T09:05:00Z");
    expect(proposal.contributingFactors.map(({ text }) => text)).toEqual(["A name was misspelt."]);
    expect(proposal.actions.map(({ text }) => text)).toEqual(["Check names"]);
  });

  test("in running text keep a line that only looks like a label", () => {
    const text =
      "# Slow\n\nThe team looked at every part of the story again and then at the\nimpact\nthat it had on others.\n";
    expect(read(text).narrative).toContain("again and then at the\nimpact\nthat it had");
  });

  test("with HTML headings, lists and coloured words are read like Markdown", () => {
    const proposal = read(
      '<h1>Cart lost</h1>\n<h3>Timeline (UTC)</h3>\n<ul>\n<li><strong>2024-01-25 10:30:</strong> <span style="color: red">Alert</span></li>\n<li><b>10:45:</b>Fixed</li>\n</ul>\n<h3>Action items</h3>\n<ol><li>Add a test.</li>\n<li>Add an alert.</li></ol>\n',
    );
    expect(proposal.title.value).toBe("Cart lost");
    expect(proposal.timeline.map(shown)).toEqual([
      "2024-01-25T10:30:00Z Alert",
      "2024-01-25T10:45:00Z Fixed",
    ]);
    expect(proposal.actions.map(({ text }) => text)).toEqual(["Add a test.", "Add an alert."]);
  });

  test("from Jira, Confluence and reStructuredText", () => {
    const jira = read(
      "h1. Relay down 14/11/2023\n\n|| Time (GMT) || Event ||\n| 09:02 | Alarm |\n| 09:40 | Restarted |\n\nh2. Action items\n* Add an alert - [~jdoe] - due 2023-12-01\n",
    );
    expect(jira.title.value).toBe("Relay down 14/11/2023");
    expect(jira.timeline.map(shown)).toEqual([
      "2023-11-14T09:02:00Z Alarm",
      "2023-11-14T09:40:00Z Restarted",
    ]);
    expect(jira.actions).toMatchObject([{ text: "Add an alert", owner: "jdoe", due: "2023-12-01" }]);
    expect(
      rowsOf(
        "Resolver down 2022-03-09\n====\n\nTimeline\n--------\n\n:09:14 UTC: Silent.\n:09:31 UTC: Paged.\n",
      ),
    ).toEqual(["2022-03-09T09:14:00Z Silent.", "2022-03-09T09:31:00Z Paged."]);
  });

  test("that are a list of records give one incident each", () => {
    const found = readWriteups({
      path: "log.md",
      text: `# Incident log\n\n${record(1, "2025-01-08 03:22 UTC")}${record(2, "2025-01-03 14:15 UTC")}`,
    });
    expect(
      found.map(({ title, startedAt, severity, contributingFactors }) => [
        title.value,
        startedAt?.instant,
        startedAt?.certainty,
        severity?.level,
        contributingFactors[0]?.text,
      ]),
    ).toEqual([
      ["INC-1: Switch 1", "2025-01-08T03:22:00Z", "uncertain", 1, "firmware 1"],
      ["INC-2: Switch 2", "2025-01-03T14:15:00Z", "uncertain", 2, "firmware 2"],
    ]);
  });

  test("name their title in bold or behind a label, and dates with a hyphen that does not break", () => {
    expect(read("**Outage of the shop - April 10, 2024**\n\nText.\n", "shop-notes.md").title.value).toBe(
      "Outage of the shop - April 10, 2024",
    );
    expect(read("Some log\n\nTitle: Login failure\n\nText.\n", "some-log.md").title.value).toBe(
      "Login failure",
    );
    expect(
      rowsOf("# Down on 2025\u201105\u201120\n\n## Timeline (UTC)\n\n- 08:41: Page\n- 08:46: Seen\n"),
    ).toEqual(["2025-05-20T08:41:00Z Page", "2025-05-20T08:46:00Z Seen"]);
  });
});

describe("actions and people", () => {
  test("labels above actions are none; times under a heading of tasks are the timeline; a sentence names no horizon", () => {
    const proposal = read(
      "# Down on 2024-03-15\n\n## Tasks\n\n### How it went\n\n- **10:00 AM UTC:** alarm\n- **10:15 AM UTC:** quiet\n\n## Measures to prevent this\n\nTo prevent it in the future:\n\n- **Improvements:**\n  - Check the balancer\n- **Tasks:**\n  - Write a test. Owner: Platform. Priority: high.\n",
    );
    expect(proposal.timeline.map(shown)).toEqual([
      "2024-03-15T10:00:00Z alarm",
      "2024-03-15T10:15:00Z quiet",
    ]);
    expect(proposal.actions.map(({ text, owner, horizon }) => [text, owner, horizon])).toEqual([
      ["Check the balancer", undefined, undefined],
      ["Write a test. Priority: high.", "Platform", undefined],
    ]);
  });

  test("a dashboard that saw it is no person; values may stand as a list below their label", () => {
    const proposal = read(
      "# Down\n\n- **Detected by**: dashboard showing errors\n- **Reported by**: Ada\n\n**Affected services:**\n- shop\n- mail\n",
    );
    expect(proposal.attendees).toEqual([{ name: "Ada", role: "reported by" }]);
    expect(proposal.services).toEqual(["shop", "mail"]);
  });

  test("labelled key times give detection and end", () => {
    const proposal = read(
      "# Login\n\n- **Reported:** March 3, 2023 9:36 AM (UTC)\n- **Impact start:** March 3, 2023 9:31 AM (UTC)\n- **Fixed:** March 3, 2023 9:45 AM (UTC)\n- **Closed:** March 3, 2023 10:12 AM (UTC)\n",
    );
    expect(
      [proposal.startedAt, proposal.detectedAt, proposal.resolvedAt].map((each) => each?.instant),
    ).toEqual(["2023-03-03T09:31:00Z", "2023-03-03T09:36:00Z", "2023-03-03T09:45:00Z"]);
  });
});

test("a code block that is never closed ends with the text", () => {
  const [only] = readWriteups({ path: "2025-10-03-x.md", text: "#### 00:20:\n```\n" });
  expect(only?.timeline[0]?.endLine).toBeLessThanOrEqual(3);
});
