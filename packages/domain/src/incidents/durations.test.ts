import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  checkMilestones,
  deriveState,
  durationDefinitions,
  durations,
  milestones,
  type Milestones,
} from "./index.ts";

const instant = fc
  .date({ min: new Date("2000-01-01T00:00:00Z"), max: new Date("2100-01-01T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString());
const someMilestones: fc.Arbitrary<Milestones> = fc.dictionary(
  fc.constantFrom(...milestones),
  fc.option(instant),
);

describe("durations", () => {
  test("each says from what to what", () => {
    expect(durations({}).map(({ id, seconds }) => [id, seconds])).toEqual(
      durationDefinitions.map(({ id }) => [id, null]),
    );
    for (const { definition } of durationDefinitions) expect(definition).toMatch(/^From .+ until .+\.$/);
  });

  test("are counted in whole seconds across offsets", () => {
    const found = durations({
      started: "2026-05-01T14:00:00+02:00",
      detected: "2026-05-01T12:05:30.900Z",
      resolved: "2026-05-01T13:00:00Z",
    });
    expect(Object.fromEntries(found.map(({ id, seconds }) => [id, seconds]))).toEqual({
      time_to_detect: 330,
      time_to_acknowledge: null,
      time_to_mitigate: null,
      time_to_resolve: 3269,
      duration: 3600,
    });
  });

  test("are never negative, and null only where an end is missing once the milestones are in order", () => {
    fc.assert(
      fc.property(someMilestones, (given) => {
        const found = durations(given);
        expect(found.filter(({ seconds }) => seconds !== null && seconds < 0)).toEqual([]);
        const sound = checkMilestones(given).length === 0;
        const missing = found.filter(({ from, to }) => !given[from] || !given[to]);
        expect(sound ? found.filter(({ seconds }) => seconds === null) : missing).toEqual(missing);
      }),
    );
  });
});

describe("checkMilestones", () => {
  test("refuses what would be negative, with the reason and the place", () => {
    const found = checkMilestones({ started: "2026-05-01T14:00:00Z", resolved: "2026-05-01T13:00:00Z" });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ code: "milestone.out_of_order", path: ["resolved"] });
    expect(found[0]?.message).toContain("before “started”");
  });

  test("refuses what is no instant", () => {
    expect(checkMilestones({ started: "yesterday" })).toMatchObject([
      { code: "milestone.not_an_instant", path: ["started"] },
    ]);
    expect(checkMilestones({ started: "2026-05-01T14:00:00" })).toHaveLength(1);
  });

  test("accepts planned work that was declared before it started, and equal times", () => {
    const at = "2026-05-01T14:00:00Z";
    expect(
      checkMilestones({ declared: "2026-04-01T14:00:00Z", started: at, detected: at, resolved: at }),
    ).toEqual([]);
  });

  test("accepts every sequence in time order", () => {
    fc.assert(
      fc.property(
        fc.array(instant, { minLength: milestones.length, maxLength: milestones.length }),
        (times) => {
          const sorted = [...times].toSorted();
          expect(
            checkMilestones(Object.fromEntries(milestones.map((name, index) => [name, sorted[index]!]))),
          ).toEqual([]);
        },
      ),
    );
  });
});

test("the furthest milestone decides the state", () => {
  const at = "2026-05-01T14:00:00Z";
  expect(deriveState({})).toBe("open");
  expect(deriveState({ started: at, detected: at, declared: at })).toBe("open");
  expect(deriveState({ mitigated: at, resolved: null })).toBe("mitigated");
  expect(deriveState({ resolved: at })).toBe("resolved");
  expect(deriveState({ resolved: at, closed: at })).toBe("closed");
});
