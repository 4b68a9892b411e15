import { float, type Value } from "../values/index.ts";

/** An instant with microseconds, as Python has them. */
export interface Instant {
  /** Microseconds since 1970. */
  readonly micros: number;
  /** As Python's isoformat(): 2026-11-26T10:00:00.000123+00:00, without the fraction when it is 0. */
  readonly iso: string;
}

export function now(): Instant {
  const micros = Math.round((performance.timeOrigin + performance.now()) * 1000);
  const seconds = new Date(Math.floor(micros / 1_000_000) * 1000).toISOString().slice(0, 19);
  const fraction = micros % 1_000_000;
  return { micros, iso: `${seconds}${fraction === 0 ? "" : `.${String(fraction).padStart(6, "0")}`}+00:00` };
}

/** Seconds, always a float. */
export function secondsBetween(start: Instant, end: Instant): Value {
  return float((end.micros - start.micros) / 1_000_000);
}
