import { Temporal } from "temporal-polyfill";
import { isZone } from "../calendar/zone.ts";
import { problem, type Problem } from "../problem.ts";

/** A civil time that could be meant, as a person would pick it from a list. */
export interface TimeChoice {
  /** Instant in UTC. */
  at: string;
  /** What the clock shows then: "2026-10-25 02:30". */
  local: string;
  /** "+02:00" */
  offset: string;
}

/** `choices` are the times that could be meant, earlier first; empty when there is nothing to choose. */
export interface TimeProblem extends Problem {
  choices: TimeChoice[];
}

export interface CivilTime {
  /** "2026-05-01T14:05", with a blank for the T, and with seconds if known. */
  local: string;
  /** IANA zone or fixed offset. */
  zone: string;
  /** Which of the two is meant where clocks were turned back. A time that never was stays a problem. */
  disambiguation?: "earlier" | "later" | undefined;
}

export type InstantReading = { at: string } | { problem: TimeProblem };

const civil = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?$/;

/** A civil time in a zone as an instant (UTC, ISO 8601), or why that cannot be said. */
export function toInstant({ local, zone, disambiguation }: CivilTime): InstantReading {
  if (!isZone(zone)) {
    return refuse(
      "time.unknown_zone",
      `“${zone}” is not a known zone. Please give one such as Europe/Berlin or +02:00.`,
      ["zone"],
    );
  }
  const time = readCivil(local);
  if (time === null) {
    return refuse(
      "time.impossible",
      `“${local}” is not a date and time that exists. Please write it like 2026-05-01 14:05.`,
      ["local"],
    );
  }
  const earlier = time.toZonedDateTime(zone, { disambiguation: "earlier" });
  const later = time.toZonedDateTime(zone, { disambiguation: "later" });
  if (earlier.epochMilliseconds === later.epochMilliseconds) return { at: instantText(earlier) };
  const choices = [choice(earlier), choice(later)];
  if (!earlier.toPlainDateTime().equals(time)) {
    return refuse(
      "time.does_not_exist",
      `${clock(time)} did not happen in ${zone}: clocks were turned forward. Did you mean ${describe(choices)}?`,
      ["local"],
      choices,
    );
  }
  if (disambiguation !== undefined)
    return { at: instantText(disambiguation === "earlier" ? earlier : later) };
  return refuse(
    "time.happens_twice",
    `${clock(time)} happened twice in ${zone}: clocks were turned back. Did you mean ${describe(choices)}?`,
    ["local"],
    choices,
  );
}

function readCivil(local: string): Temporal.PlainDateTime | null {
  const match = civil.exec(local.trim());
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, fraction] = match;
  try {
    return Temporal.PlainDateTime.from(
      {
        year: Number(year),
        month: Number(month),
        day: Number(day),
        hour: Number(hour),
        minute: Number(minute),
        second: Number(second ?? 0),
        millisecond: Number((fraction ?? "").padEnd(3, "0")),
      },
      { overflow: "reject" },
    );
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function refuse(
  code: string,
  message: string,
  path: string[],
  choices: TimeChoice[] = [],
): { problem: TimeProblem } {
  return { problem: { ...problem(code, message, ...path), choices } };
}

function choice(time: Temporal.ZonedDateTime): TimeChoice {
  return { at: instantText(time), local: clock(time.toPlainDateTime()), offset: time.offset };
}

function describe(choices: readonly TimeChoice[]): string {
  return choices.map(({ local, offset }) => `${local} (UTC${offset})`).join(" or ");
}

function instantText(time: Temporal.ZonedDateTime): string {
  return time.toInstant().toString();
}

function clock(time: Temporal.PlainDateTime): string {
  return time.toString({ smallestUnit: time.second === 0 ? "minute" : "second" }).replace("T", " ");
}
