import { describe, expect, test } from "vitest";
import { readWriteup, type WriteupProposal } from "../index.ts";

const read = (text: string, answers: Record<string, string> = {}): WriteupProposal =>
  readWriteup({ path: "x.md", text, answers });

/** Instants of start and end with how sure they are. */
const ends = ({ startedAt, resolvedAt }: WriteupProposal): string[] =>
  [startedAt, resolvedAt].map((each) => (each ? `${each.instant} ${each.certainty}` : "none"));

describe("start and end", () => {
  test("are not taken from a window or hours that something was planned for", () => {
    expect(
      ends(read("# Late parcel\n\nOn 2026-03-12 the delivery window was 06:00–09:30 UTC. It was late.\n")),
    ).toEqual(["none", "none"]);
    expect(ends(read("# Down\n\nOn 2026-03-12 the outage window was 06:00–09:30 UTC.\n"))).toEqual([
      "2026-03-12T06:00:00Z derived",
      "2026-03-12T09:30:00Z derived",
    ]);
  });

  test("stand in a list of what was affected", () => {
    expect(
      ends(
        read(
          "# Orders lost\n\nOn 8 May 2026 pods were restarted.\n\n## Impact\n\n- 3 % of orders failed (11:00–13:05 UTC).\n\n## Timeline (UTC)\n\n- 09:15 Probe changed.\n- 13:05 Probe changed back.\n",
        ),
      ),
    ).toEqual(["2026-05-08T11:00:00Z derived", "2026-05-08T13:05:00Z derived"]);
  });

  test("may be labels without a colon; a row of the timeline with a label yields to a stated range", () => {
    expect(
      ends(
        read(
          "# Node lost\n\n- **Key events**\n  - Fault occurs 2020-02-25 07:32 UTC\n  - Resolved 2020-02-25 17:07 UTC\n",
        ),
      ),
    ).toEqual(["2020-02-25T07:32:00Z stated", "2020-02-25T17:07:00Z stated"]);
    expect(
      ends(
        read(
          "# Pool\n\n**Date:** 2025-08-22\n**Time:** 14:30 UTC - 15:45 UTC\n\n## Timeline\n\n- **First alert:** 14:30 - too many\n- **Service restored:** 15:42 - normal\n",
        ),
      )[1],
    ).toBe("2025-08-22T15:45:00Z derived");
  });

  test("with a date alone yield to a duration with times", () => {
    expect(
      ends(
        read(
          "# Tracker\n\n**Service restored:** 2025-11-17\n**Duration:** 14 hours (2025-11-16 18:00 CET → 2025-11-17 08:00 CET)\n",
        ),
      ),
    ).toEqual(["2025-11-16T17:00:00Z stated", "2025-11-17T07:00:00Z stated"]);
  });

  test("are sure where a sentence says that it went down then", () => {
    expect(ends(read("# Dashboard\n\nIt went down at 6:55 PM UTC on 30th May 2023 for long.\n"))[0]).toBe(
      "2023-05-30T18:55:00Z stated",
    );
    expect(ends(read("# Dashboard\n\nWe met at 6:55 PM UTC on 30th May 2023 for long.\n"))[0]).toBe(
      "2023-05-30T18:55:00Z uncertain",
    );
  });

  test("of several days told before, only propose the nearest", () => {
    expect(
      ends(
        read(
          "# Disk\n\nOn 2026-09-15 19:02 UTC a limit was raised. At 2026-09-16 05:15 UTC the disk was full.\n\nFrom 03:26 to 06:19 UTC nothing answered.\n",
        ),
      ),
    ).toEqual(["2026-09-16T03:26:00Z uncertain", "2026-09-16T06:19:00Z uncertain"]);
  });

  test("in the wrong order leave the end open and ask for it", () => {
    const text = "# Cache\n\nDuration: August 13, 2024, 10:00 UTC – April 14, 2024, 01:00 UTC\n";
    const proposal = read(text);
    expect(ends(proposal)).toEqual(["2024-08-13T10:00:00Z stated", "null uncertain"]);
    const [question] = proposal.questions;
    expect(question?.about).toBe("milestone");
    const answered = read(text, { [question?.id ?? ""]: "2024-08-14T01:00:00Z" });
    expect(answered.resolvedAt?.instant).toBe("2024-08-14T01:00:00Z");
    expect(answered.questions).toEqual([]);
    expect(read(text, { [question?.id ?? ""]: "no" }).resolvedAt?.instant).toBeUndefined();
  });
});
