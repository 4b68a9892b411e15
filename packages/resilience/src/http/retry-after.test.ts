import { expect, test } from "vitest";

import { readRetryAfter } from "./retry-after.ts";

const read = (headers: Record<string, unknown>) => readRetryAfter((name) => headers[name]);

test("seconds", () => {
  expect(read({ "retry-after": "120" })).toBe(120_000);
  expect(read({ "retry-after": "0" })).toBe(0);
});

test("a date counts from the response's own date", () => {
  const date = "Fri, 31 Dec 1999 23:59:00 GMT";
  expect(read({ date, "retry-after": "Fri, 31 Dec 1999 23:59:59 GMT" })).toBe(59_000);
  expect(read({ date, "retry-after": "Friday, 31-Dec-99 23:59:10 GMT" })).toBe(10_000);
  expect(read({ date, "retry-after": "Fri Dec 31 23:59:20 1999" })).toBe(20_000);
  expect(read({ date, "retry-after": "Fri, 31 Dec 1999 23:58:00 GMT" })).toBe(0);
  expect(read({ "retry-after": "Fri, 31 Dec 1999 23:59:59 GMT" })).toBe(0);
});

test.each(["-1", "1.5", "soon", "2030-01-01", "12 apples", "", undefined, null, 5])(
  "%j says nothing",
  (value) => {
    expect(read({ "retry-after": value })).toBeUndefined();
  },
);
