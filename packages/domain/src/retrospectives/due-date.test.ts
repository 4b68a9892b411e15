import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { addWorkingDays, dueDate, isOverdue } from "./index.ts";

const date = fc
  .integer({ min: 0, max: 20_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const calendar = fc.record({
  workWeek: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
  holidays: fc.array(date, { maxLength: 10 }),
});

/** Counts day by day with nothing but Date in UTC. */
function naive(
  from: string,
  count: number,
  { workWeek, holidays }: { workWeek: number[]; holidays: string[] },
): string {
  const works = (time: number): boolean => {
    const weekday = new Date(time).getUTCDay() || 7;
    return workWeek.includes(weekday) && !holidays.includes(new Date(time).toISOString().slice(0, 10));
  };
  let time = Date.parse(from);
  const passed: number[] = [];
  for (let next = time + 86_400_000; passed.length < count; next += 86_400_000)
    if (works(next)) passed.push(next);
  time = passed.at(-1) ?? time;
  while (!works(time)) time += 86_400_000;
  return new Date(time).toISOString().slice(0, 10);
}

describe("addWorkingDays", () => {
  test("agrees with counting by hand for any work week and holidays", () => {
    const near = fc.tuple(date, calendar, fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 8 }));
    fc.assert(
      fc.property(near, fc.integer({ min: 0, max: 90 }), ([from, given, offsets], count) => {
        const close = offsets.map((days) => Temporal.PlainDate.from(from).add({ days }).toString());
        const full = { ...given, holidays: [...given.holidays, ...close] };
        expect(addWorkingDays(from, count, full)).toBe(naive(from, count, full));
      }),
    );
  });

  test("weekends and holidays do not count", () => {
    const week = { workWeek: [1, 2, 3, 4, 5], holidays: ["2026-05-04"] };
    expect(addWorkingDays("2026-05-01", 1, week)).toBe("2026-05-05");
    expect(addWorkingDays("2026-05-02", 0, week)).toBe("2026-05-05");
    expect(addWorkingDays("2026-05-01", 0, week)).toBe("2026-05-01");
  });

  test("refuses a week without days and half days", () => {
    expect(() => addWorkingDays("2026-05-01", 1, { workWeek: [], holidays: [] })).toThrow(RangeError);
    expect(() => addWorkingDays("2026-05-01", 0.5, { workWeek: [1], holidays: [] })).toThrow(RangeError);
  });
});

test("days are those of the policy's zone", () => {
  const policy = { workWeek: [1, 2, 3, 4, 5, 6, 7], holidays: [] };
  const resolvedAt = "2026-05-01T23:30:00Z";
  expect(dueDate(resolvedAt, 1, { ...policy, zone: "UTC" })).toBe("2026-05-02");
  expect(dueDate(resolvedAt, 1, { ...policy, zone: "Asia/Tokyo" })).toBe("2026-05-03");
  expect(isOverdue("2026-05-01", resolvedAt, "UTC")).toBe(false);
  expect(isOverdue("2026-05-01", resolvedAt, "Asia/Tokyo")).toBe(true);
  expect(isOverdue(null, resolvedAt, "UTC")).toBe(false);
});
