import { describe, expect, it } from "vitest";
import { density, ticks } from "./scale.ts";

const hour = 3_600_000;

describe("ticks", () => {
  it("are round in the reader's zone and few", () => {
    const from = Date.parse("2026-05-01T10:07:00Z");
    const at = ticks({ from, to: from + 4 * hour }, 6, 0).map((tick) =>
      new Date(tick).toISOString().slice(11, 16),
    );
    expect(at).toEqual(["11:00", "12:00", "13:00", "14:00"]);
    const india = ticks({ from, to: from + 4 * hour }, 6, 5.5 * hour);
    expect(new Date(india[0] ?? 0).toISOString().slice(11, 16)).toBe("10:30");
  });
});

describe("density", () => {
  it("counts what lies in each part", () => {
    const events = ["10:00", "10:10", "10:59", "12:00"].map((at) => ({ at: `2026-05-01T${at}:00Z` }));
    const range = { from: Date.parse("2026-05-01T10:00:00Z"), to: Date.parse("2026-05-01T12:00:00Z") };
    expect(density(events as never, range, 4)).toEqual([2, 1, 0, 0]);
  });
});
