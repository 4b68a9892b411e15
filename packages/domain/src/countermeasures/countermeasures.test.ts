import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  allowedTransitions,
  countermeasureStates,
  isOverdue,
  mergeCountermeasures,
  recordSlip,
  strengthRank,
  strengths,
  transition,
  weight,
  type CurrentStanding,
  type DateHistory,
  type Mergeable,
  type Standing,
} from "./index.ts";

const now = "2026-05-01T12:00:00Z";
const date = fc
  .integer({ min: 0, max: 400 })
  .map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

/** What a state cannot be without; the rest is as it was found. */
function soundStanding(found: Standing): unknown {
  const promise = { ownerId: "ada", dueOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) };
  switch (found.state) {
    case "idea":
      return { state: "idea", ownerId: found.ownerId, dueOn: found.dueOn };
    case "accepted":
    case "in_progress":
    case "done":
      return { state: found.state, ...promise };
    case "verified":
      return { state: found.state, ...promise, evidence: { kind: "drill", note: "it held" } };
    case "declined":
    case "superseded":
      return { state: found.state, ownerId: found.ownerId, dueOn: found.dueOn, reason: "too costly" };
  }
}

describe("transition", () => {
  const step = fc.record({
    to: fc.constantFrom(...countermeasureStates),
    ownerId: maybe(fc.constantFrom("", "ada")),
    dueOn: maybe(fc.oneof(date, fc.constant("2026-02-30"))),
    reason: maybe(fc.constantFrom("", "  ", "too costly")),
    evidence: maybe(fc.record({ kind: fc.constant("drill" as const), note: fc.constantFrom("", "it held") })),
  });

  test("never reaches an impossible state, by whatever steps", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let current: CurrentStanding = { state: "idea", ownerId: null, dueOn: null };
        for (const { to, ...input } of steps) {
          const result = transition(current, to, { ...input, now });
          if ("problem" in result) continue;
          const { next } = result;
          expect(allowedTransitions[current.state]).toContain(next.state);
          expect(next.state).toBe(to);
          expect(next).toEqual(soundStanding(next));
          current = next;
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("leads from an idea to verified", () => {
    const accepted = transition({ state: "idea", ownerId: null, dueOn: null }, "accepted", {
      ownerId: "ada",
      dueOn: "2026-06-01",
      now,
    });
    expect(accepted).toEqual({ next: { state: "accepted", ownerId: "ada", dueOn: "2026-06-01" } });
    const done: CurrentStanding = { state: "done", ownerId: "ada", dueOn: "2026-06-01" };
    const evidence = { kind: "test" as const, url: "https://ci.example/run/1" };
    expect(transition(done, "verified", { evidence, now })).toMatchObject({
      next: { state: "verified", evidence },
    });
  });

  test.each([
    ["idea", "accepted", { dueOn: "2026-06-01" }, "countermeasure.owner_missing"],
    ["idea", "accepted", { ownerId: "ada" }, "countermeasure.date_missing"],
    ["idea", "accepted", { ownerId: "ada", dueOn: "2026-04-01" }, "countermeasure.date_past"],
    ["idea", "accepted", { ownerId: "ada", dueOn: "soon" }, "countermeasure.date_invalid"],
    ["idea", "verified", {}, "countermeasure.transition_not_allowed"],
    ["idea", "declined", {}, "countermeasure.reason_missing"],
    ["declined", "idea", {}, "countermeasure.reason_missing"],
    ["done", "verified", { ownerId: "ada", dueOn: "2026-06-01" }, "countermeasure.evidence_missing"],
    ["done", "in_progress", {}, "countermeasure.reason_missing"],
    ["superseded", "idea", { reason: "x" }, "countermeasure.transition_not_allowed"],
  ] as const)("%s → %s with %j: %s", (state, to, input, code) => {
    const result = transition({ state, ownerId: null, dueOn: null }, to, { ...input, now });
    expect(result).toMatchObject({ problem: { code } });
  });
});

function idea(id: string): Mergeable {
  return { id, state: "idea", sources: [], mergedIntoId: null };
}

describe("mergeCountermeasures", () => {
  const sources = fc.array(fc.record({ incidentId: fc.constantFrom("i1", "i2", "i3", "i4") }), {
    maxLength: 5,
  });
  test("the target takes over every source once, and its weight never falls", () => {
    fc.assert(
      fc.property(sources, sources, (ours, others) => {
        const target = { ...idea("a"), sources: ours };
        const duplicate = { ...idea("b"), sources: others };
        const result = mergeCountermeasures({ target, duplicate });
        if ("problem" in result) throw new Error(result.problem.message);
        expect(weight(result.targetSources)).toBe(
          new Set([...ours, ...others].map((one) => one.incidentId)).size,
        );
        expect(result.targetSources.slice(0, ours.length)).toEqual(ours);
        expect(result.duplicate).toEqual({ state: "superseded", mergedIntoId: "a" });
      }),
    );
  });

  test("any row of merges stays free of circles", () => {
    const pairs = fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 30 });
    fc.assert(
      fc.property(pairs, (given) => {
        const all = Array.from({ length: 6 }, (_, index) => idea(String(index)));
        for (const [to, from] of given) {
          const target = all[to]!;
          const duplicate = all[from]!;
          const result = mergeCountermeasures({ target, duplicate });
          if (!("problem" in result)) Object.assign(duplicate, result.duplicate);
        }
        for (const start of all) {
          let steps = 0;
          for (let one = start; one.mergedIntoId !== null; one = all[Number(one.mergedIntoId)]!) {
            steps += 1;
            expect(steps).toBeLessThan(all.length);
          }
        }
      }),
    );
  });

  test.each([
    [idea("a"), idea("a"), "countermeasure.merge_with_itself"],
    [{ ...idea("a"), mergedIntoId: "b" }, idea("b"), "countermeasure.merge_cycle"],
    [{ ...idea("a"), mergedIntoId: "c" }, idea("b"), "countermeasure.merge_cycle"],
    [{ ...idea("a"), state: "declined" as const }, idea("b"), "countermeasure.merge_target_given_up"],
    [idea("a"), { ...idea("b"), mergedIntoId: "z" }, "countermeasure.merge_duplicate_superseded"],
    [idea("a"), { ...idea("b"), state: "verified" as const }, "countermeasure.merge_loses_proof"],
  ])("%j and %j: %s", (target, duplicate, code) => {
    const mergedInto = new Map([["c", "b"]]);
    expect(mergeCountermeasures({ target, duplicate, mergedInto })).toMatchObject({ problem: { code } });
  });
});

describe("dates", () => {
  test("every later date is kept as a slip, earlier ones are not", () => {
    fc.assert(
      fc.property(fc.array(date, { minLength: 1, maxLength: 12 }), (dates) => {
        let history: DateHistory = { dueOn: null, slips: [] };
        for (const next of dates) history = recordSlip(history, next, now);
        const later = dates.flatMap((to, index) => {
          const from = dates[index - 1];
          return from !== undefined && to > from ? [{ from, to, at: now }] : [];
        });
        expect(history).toEqual({ dueOn: dates.at(-1), slips: later });
      }),
    );
  });

  test("only a standing promise is overdue, from the day after", () => {
    expect(isOverdue({ state: "accepted", dueOn: "2026-04-30" }, now, "UTC")).toBe(true);
    expect(isOverdue({ state: "accepted", dueOn: "2026-05-01" }, now, "UTC")).toBe(false);
    expect(isOverdue({ state: "accepted", dueOn: "2026-05-01" }, now, "Pacific/Kiritimati")).toBe(true);
    expect(isOverdue({ state: "done", dueOn: "2026-04-30" }, now, "UTC")).toBe(false);
    expect(isOverdue({ state: "in_progress", dueOn: null }, now, "UTC")).toBe(false);
  });
});

test("the strongest has five bars, the weakest one", () => {
  expect(strengths.map(strengthRank)).toEqual([5, 4, 3, 2, 1]);
});
