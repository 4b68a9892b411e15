import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkPolicy, defaultPolicy, type Policy } from "./index.ts";

describe("checkPolicy", () => {
  test("the default is sound", () => {
    expect(checkPolicy(defaultPolicy)).toEqual([]);
  });

  test.each<[Partial<Policy>, string]>([
    [{ severities: defaultPolicy.severities.slice(1) }, "policy.severities_incomplete"],
    [
      { severities: [...defaultPolicy.severities, defaultPolicy.severities[0]!] },
      "policy.severities_incomplete",
    ],
    [
      { severities: defaultPolicy.severities.map((rule) => ({ ...rule, name: " " })) },
      "policy.severity_unnamed",
    ],
    [{ workWeek: [] }, "policy.work_week_empty"],
    [{ workWeek: [0] }, "policy.work_week_invalid"],
    [{ workWeek: [1, 1] }, "policy.work_week_invalid"],
    [{ workWeek: [1.5] }, "policy.work_week_invalid"],
    [{ holidays: ["2026-12-25", "2026-02-29"] }, "policy.holiday_invalid"],
    [{ holidays: ["25.12.2026"] }, "policy.holiday_invalid"],
    [
      {
        templates: [
          { name: "Outage", narrative: "a" },
          { name: "Outage ", narrative: "b" },
        ],
      },
      "policy.template_named_twice",
    ],
    [{ zone: "Middle/Earth" }, "policy.zone_unknown"],
  ])("%j: %s", (change, code) => {
    expect(checkPolicy({ ...defaultPolicy, ...change }).map((one) => one.code)).toContain(code);
  });

  test("takes any whole number of working days from 0 to 90, and no other", () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer({ min: -10, max: 120 }), fc.double()), (dueWorkingDays) => {
        const severities = defaultPolicy.severities.map((rule) => ({ ...rule, dueWorkingDays }));
        const sound = Number.isInteger(dueWorkingDays) && dueWorkingDays >= 0 && dueWorkingDays <= 90;
        expect(checkPolicy({ ...defaultPolicy, severities }).length === 0).toBe(sound);
      }),
    );
  });

  test("points to what is wrong", () => {
    expect(checkPolicy({ ...defaultPolicy, holidays: ["2026-12-25", "x"] })[0]?.path).toEqual([
      "holidays",
      "1",
    ]);
  });
});
