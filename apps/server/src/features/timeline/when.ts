import type { FieldProblem } from "@morrow/contract/errors";
import type { When } from "@morrow/contract/timeline";
import { isZone, type Precision, type TimeProblem, toInstant } from "@morrow/domain/timeline";

import { Refusal } from "../../platform/http/refusal.ts";
import { Temporal } from "temporal-polyfill";

export interface ReadWhen {
  /** Instant in UTC. */
  at: string;
  zone: string | null;
  precision: Precision;
  given: string | null;
}

/** When something happened, as a person said it; left out, it is now. @throws Refusal input.rule with the choices */
export function readWhenGiven(when: When | undefined, now: string): ReadWhen {
  if (when === undefined) return { at: now, zone: null, precision: "second", given: null };
  const { precision, given = null, zone = null } = when;
  return { at: "at" in when ? utc(when.at, zone) : civil(when), zone, precision, given };
}

function utc(at: string, zone: string | null): string {
  if (zone !== null && !isZone(zone)) {
    const message = `“${zone}” is not a known zone. Please give one such as Europe/Berlin or +02:00.`;
    throw refuseWhen({ path: ["zone"], code: "time.unknown_zone", message });
  }
  return Temporal.Instant.from(at).toString();
}

function civil(when: Extract<When, { local: string }>): string {
  const reading = toInstant(when);
  if ("problem" in reading) throw refuseWhen(withChoices(reading.problem));
  const year = Number(reading.at.slice(0, 4));
  if (year >= 1900 && year <= 2200) return reading.at;
  const message = "This year is outside 1900–2200.";
  throw refuseWhen({ path: ["local"], code: "time.out_of_range", message });
}

function withChoices({ path, code, message, choices }: TimeProblem): FieldProblem {
  return { path, code, message, ...(choices.length > 0 ? { choices: choices.map(({ at }) => at) } : {}) };
}

function refuseWhen(problem: FieldProblem): Refusal {
  const path = ["body", "when", ...problem.path];
  return new Refusal("input.rule", { message: problem.message, fields: [{ ...problem, path }] });
}
