import type { HeaderReader } from "./header-reader.ts";
import { wallTime } from "../time/wall-time.ts";

/**
 * The ms that a `Retry-After` header asks to wait: of whole seconds, or until an HTTP date (RFC 9110, 10.2.3). A date counts from
 * the response's own `Date`, so that the two machines' clocks need not agree; one in the past means 0. Undefined where it is
 * absent or neither.
 */
export function readRetryAfter(header: HeaderReader): number | undefined {
  const value = header("retry-after");
  if (typeof value === "string" && /^\d{1,10}$/.test(value)) return Number(value) * 1_000;
  const until = httpDate(value);
  return until === undefined ? undefined : Math.max(0, until - (httpDate(header("date")) ?? wallTime()));
}

/** `Date.parse` takes much that is no HTTP date; those begin with the name of a day, and the oldest form leaves out the zone. */
function httpDate(value: unknown): number | undefined {
  if (typeof value !== "string" || !/^[A-Z][a-z]{2,8},? /.test(value)) return undefined;
  const date = Date.parse(value.endsWith(" GMT") ? value : `${value} GMT`);
  return Number.isNaN(date) ? undefined : date;
}
