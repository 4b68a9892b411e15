import { Temporal } from "temporal-polyfill";
import { problem } from "../problem.ts";
import type { TimeChoice, TimeProblem } from "./to-instant.ts";
import type { Precision } from "./vocabulary.ts";

export interface ReadTime {
  /** Instant in UTC, ISO 8601. */
  at: string;
  /** The zone it was given in: IANA name or fixed offset. */
  zone: string;
  precision: Precision;
  /** As it was written. */
  given: string;
}
export type WhenReading = ReadTime | { problem: TimeProblem };

export interface WhenContext {
  /** Instant with offset. */
  now: string;
  /** The writer's zone, for times that name none. */
  zone: string;
}

export function refuseWhen(
  code: string,
  message: string,
  choices: TimeChoice[] = [],
): { problem: TimeProblem } {
  return { problem: { ...problem(code, message), choices } };
}

/** The civil day that a word or a date means; null when the date does not exist. */
export function readDayWord(day: string, context: WhenContext, zone: string): Temporal.PlainDate | null {
  const today = Temporal.Instant.from(context.now).toZonedDateTimeISO(zone).toPlainDate();
  const word = day.toLowerCase();
  if (word === "today") return today;
  if (word === "yesterday") return today.subtract({ days: 1 });
  try {
    return Temporal.PlainDate.from(day, { overflow: "reject" });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
