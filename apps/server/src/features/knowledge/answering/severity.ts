import { severities, type Severity } from "@morrow/domain/incidents";

/** A severity as the index holds it: a number that came from one. */
export function severityOf(level: number | null): Severity | null {
  return severities.find((severity) => severity === level) ?? null;
}
