import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { currentEvents, orderTimeline } from "./index.ts";

const event = fc.record({
  id: fc.uuid(),
  at: fc.option(
    fc
      .tuple(fc.integer({ min: 0, max: 5 }), fc.constantFrom("Z", "+02:00", "-05:00"))
      .map(([minute, offset]) => `2026-05-01T12:0${minute}:00${offset}`),
  ),
  order: fc.option(fc.integer({ min: 0, max: 3 })),
});
const events = fc.uniqueArray(event, { selector: ({ id }) => id, maxLength: 30 });

describe("orderTimeline", () => {
  test("is a permutation: timed events by instant, order, id; the others in their given order at the end", () => {
    fc.assert(
      fc.property(events, (given) => {
        const sorted = orderTimeline(given);
        expect(new Set(sorted)).toEqual(new Set(given));
        expect(sorted).toHaveLength(given.length);
        const untimed = given.filter(({ at }) => at === null);
        expect(untimed.length === 0 ? [] : sorted.slice(-untimed.length)).toEqual(untimed);
        const keys = sorted
          .filter(({ at }) => at !== null)
          .map(({ at, order, id }) => [Date.parse(at!), order ?? Infinity, id] as const);
        expect(keys.slice(1).every((key, index) => isBefore(keys[index]!, key))).toBe(true);
      }),
    );
  });

  test("does not depend on the order in which timed events came", () => {
    const timed = events.map((given) => given.filter(({ at }) => at !== null));
    fc.assert(
      fc.property(timed, fc.infiniteStream(fc.nat()), (given, random) => {
        const shuffled = given
          .map((one) => ({ one, key: random.next().value as number }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(orderTimeline(shuffled)).toEqual(orderTimeline(given));
      }),
    );
  });
});

function isBefore(a: readonly [number, number, string], b: readonly [number, number, string]): boolean {
  if (a[0] !== b[0]) return a[0] < b[0];
  if (a[1] !== b[1]) return a[1] < b[1];
  return a[2] < b[2];
}

describe("currentEvents", () => {
  const a = { id: "a", supersedes: null };
  const b = { id: "b", supersedes: "a" };
  const c = { id: "c", supersedes: "b" };

  test("shows the last correction with what it replaced, newest first", () => {
    expect(currentEvents([a, b, c])).toEqual([{ event: c, corrections: [b, a] }]);
    expect(currentEvents([c, b, a])).toEqual([{ event: c, corrections: [b, a] }]);
  });

  test("hides what is withdrawn, and with a correction what it corrected", () => {
    expect(currentEvents([a, { ...b, withdrawn: { reason: "wrong incident" } }])).toEqual([]);
    expect(currentEvents([{ ...a, withdrawn: null }])).toHaveLength(1);
  });

  test("ends on links that go round or nowhere", () => {
    expect(currentEvents([{ id: "x", supersedes: "gone" }])).toHaveLength(1);
    expect(
      currentEvents([
        { id: "x", supersedes: "y" },
        { id: "y", supersedes: "x" },
      ]),
    ).toEqual([]);
  });

  test("shows or links every event of a chain exactly once", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 20 }), (picks) => {
        const taken = new Set<string>();
        const given = picks.map((pick, index) => {
          const earlier = index === 0 ? null : String(pick % index);
          const supersedes = earlier === null || taken.has(earlier) || pick % 3 === 0 ? null : earlier;
          if (supersedes !== null) taken.add(supersedes);
          return { id: String(index), supersedes };
        });
        const shown = currentEvents(given).flatMap(({ event: one, corrections }) => [one, ...corrections]);
        expect(shown.map(({ id }) => id).toSorted()).toEqual(given.map(({ id }) => id).toSorted());
      }),
    );
  });
});
