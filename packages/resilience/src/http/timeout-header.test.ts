import { anything, assert, double, property } from "fast-check";
import { expect, test } from "vitest";

import { timeoutHeader, formatTimeout, readTimeout } from "./timeout-header.ts";

const read = (headers: Record<string, unknown>, maximum = Infinity) =>
  readTimeout((name) => headers[name], maximum);

test("what is sent is read, rounded down, and never promises more than is left", () => {
  assert(
    property(double({ min: 1, max: 9e9, noNaN: true }), (left) => {
      expect(read({ [timeoutHeader]: formatTimeout(left) })).toBe(Math.floor(left));
    }),
  );
});

test("less than 1 ms is still a time, and a huge one is cut to what can be read", () => {
  expect(formatTimeout(0.2)).toBe("1");
  expect(read({ [timeoutHeader]: formatTimeout(Number.MAX_SAFE_INTEGER) })).toBe(9_999_999_999);
});

test.each([
  ["2H", 7_200_000],
  ["3M", 180_000],
  ["4S", 4_000],
  ["5m", 5],
  ["6u", 0.006],
  ["7n", 0.000007],
  ["99999999m", 99_999_999],
])("gRPC's %s is %f ms", (value, expected) => {
  expect(read({ "grpc-timeout": value })).toBeCloseTo(expected, 9);
});

test("Envoy's header is read, and the least of all counts, up to the maximum", () => {
  const headers = { [timeoutHeader]: "900", "grpc-timeout": "2S", "x-envoy-expected-rq-timeout-ms": "800" };
  expect(read(headers)).toBe(800);
  expect(read(headers, 500)).toBe(500);
  expect(read({ ...headers, [timeoutHeader]: "nonsense" })).toBe(800);
});

test.each([
  "",
  " 5",
  "5 ",
  "-5",
  "+5",
  "5.5",
  "0x10",
  "1e3",
  "0",
  "5, 6",
  "12345678901",
  "٣",
  ["5"],
  5,
  null,
  {},
])("%j is as if absent", (value) => {
  expect(read({ [timeoutHeader]: value, "x-envoy-expected-rq-timeout-ms": value })).toBeUndefined();
});

test.each(["5", "m", "5ms", "5s", "-5m", "0m", "123456789m", "5 m", "5M5S", "5m, 6m"])(
  "gRPC's %j is as if absent",
  (value) => {
    expect(read({ "grpc-timeout": value })).toBeUndefined();
  },
);

test("whatever comes, the answer is nothing or a positive number up to the maximum", () => {
  assert(
    property(anything(), anything(), anything(), (ours, grpc, envoy) => {
      const left = read(
        { [timeoutHeader]: ours, "grpc-timeout": grpc, "x-envoy-expected-rq-timeout-ms": envoy },
        60_000,
      );
      expect(left === undefined || (left > 0 && left <= 60_000)).toBe(true);
    }),
  );
});
