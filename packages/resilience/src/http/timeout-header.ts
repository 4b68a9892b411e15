import type { HeaderReader } from "./header-reader.ts";

/**
 * How long the caller still waits, in whole ms, as in `request-timeout-ms: 850`. A duration, since the clocks of two machines
 * never agree; the time on the way is not in it (docs/decisions/0036).
 */
export const timeoutHeader = "request-timeout-ms";

/** A value of our header for so many ms left: whole ms, rounded down so that nobody is promised more than there is, at least 1. */
export function formatTimeout(left: number): string {
  return String(Math.min(longest, Math.max(1, Math.floor(left))));
}

/**
 * The ms that the caller still waits: the least of what our header, gRPC's and Envoy's say, and never more than `maximum`.
 * A value that is not exactly as its format wants it is as if it were absent. Undefined when none says anything.
 */
export function readTimeout(header: HeaderReader, maximum: number): number | undefined {
  const said = [
    milliseconds(header(timeoutHeader)),
    grpcTimeout(header("grpc-timeout")),
    milliseconds(header("x-envoy-expected-rq-timeout-ms")),
  ].filter((value) => value !== undefined);
  return said.length === 0 ? undefined : Math.min(maximum, ...said);
}

/** Ten digits, as in the Connect protocol's `connect-timeout-ms`: over a hundred days, far above any sensible cap. */
const longest = 9_999_999_999;

function milliseconds(value: unknown): number | undefined {
  return typeof value === "string" && /^\d{1,10}$/.test(value) ? positive(Number(value)) : undefined;
}

/** https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md: at most eight digits and a unit. */
function grpcTimeout(value: unknown): number | undefined {
  const [, digits, unit] = typeof value === "string" ? (/^(\d{1,8})([HMSmun])$/.exec(value) ?? []) : [];
  const length = unit === undefined ? undefined : millisecondsOf.get(unit);
  return length === undefined ? undefined : positive(Number(digits) * length);
}

const millisecondsOf: ReadonlyMap<string, number> = new Map([
  ["H", 3_600_000],
  ["M", 60_000],
  ["S", 1_000],
  ["m", 1],
  ["u", 1e-3],
  ["n", 1e-6],
]);

/** Nothing left is no request, and to Envoy 0 means "no limit": nobody who means it sends it. */
function positive(value: number): number | undefined {
  return value > 0 ? value : undefined;
}
