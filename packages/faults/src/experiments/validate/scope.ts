import type { Findings } from "./findings.ts";
import type { ValidationHost } from "./host.ts";
import type { PythonQuestions } from "./python.ts";

/** What the parts of a validation share. */
export interface Scope {
  readonly findings: Findings;
  readonly host: ValidationHost;
  readonly python: PythonQuestions;
}
