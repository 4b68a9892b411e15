import { array, assert, constantFrom, property, record, string } from "fast-check";
import { expect, test } from "vitest";

import { formatDegraded, parseDegraded } from "./degraded-header.ts";

const degradations = array(
  record({ name: string({ unit: "binary" }), by: constantFrom("fallback" as const, "removal" as const) }),
);

test("as it looks", () => {
  expect(formatDegraded([])).toBeUndefined();
  expect(
    formatDegraded([
      { name: 'a "b" \\', by: "fallback" },
      { name: "Größe 5%", by: "removal" },
    ]),
  ).toBe(String.raw`"a \"b\" \\";by=fallback, %"Gr%c3%b6%c3%9fe 5%25";by=removal`);
});

test("what is written is read, whole or up to what fits, and is a header", () => {
  assert(
    property(degradations, (written) => {
      const value = formatDegraded(written);
      const read = parseDegraded(value);
      expect(read).toEqual(written.slice(0, read.length));
      if (value === undefined) return;
      expect(value).toMatch(/^[ -~]{1,1024}$/);
      const left = written.length - read.length;
      expect(/more;count=(\d+)$/.exec(value)?.[1] ?? "0").toBe(String(left));
    }),
  );
});

test("one kibibyte at most", () => {
  const many = Array.from({ length: 500 }, (_, index) => ({
    name: `feature ${index}`,
    by: "removal" as const,
  }));
  const value = formatDegraded(many)!;
  expect(value.length).toBeLessThanOrEqual(1_024);
  expect(value.length).toBeGreaterThan(900);
  expect(parseDegraded(value)).toEqual(many.slice(0, 500 - Number(/\d+$/.exec(value)?.[0])));
});

test.each([
  "reviews",
  '"reviews"',
  '"reviews";by=magic',
  '"reviews";by=fallback,',
  '"reviews;by=fallback',
  '%"%zz";by=fallback',
  '"a";by=fallback x',
  "more;count=-1",
  "x".repeat(2_000),
])("%s says nothing", (value) => {
  expect(parseDegraded(value)).toEqual([]);
});

test("nothing breaks it", () => {
  assert(property(string(), (value) => Array.isArray(parseDegraded(value))));
});
