import { get, isDictionary, isList, isTruthy, type Value } from "../values/index.ts";
import { validateSteps } from "./activity.ts";
import { validateControls } from "./controls.ts";
import { validateExtensions } from "./extensions.ts";
import { Findings, type Validation } from "./findings.ts";
import type { ValidationHost } from "./host.ts";
import { validateHypothesis } from "./hypothesis.ts";
import { warnOfUnknownKeys } from "./keys.ts";
import { PythonQuestions } from "./python.ts";
import { validateReferences } from "./references.ts";
import { validateRuntime } from "./runtime.ts";
import type { Scope } from "./scope.ts";
import { warnOfTraps } from "./traps.ts";
import { validateVariables } from "./variables.ts";

/**
 * Everything that can be said about a document before it runs, all at once. `problems` or `requirements` stand where `chaos validate`
 * says no; warnings keep nothing from running.
 */
export async function validateExperiment(document: Value, host: ValidationHost): Promise<Validation> {
  const findings = new Findings();
  const python = new PythonQuestions();
  const scope: Scope = { findings, host, python };
  if (!isDictionary(document)) {
    findings.problem(
      "experiment.mapping",
      "",
      document === null ? "The document is empty." : "The document is no mapping, and an experiment is one.",
      "Start with title, description and method.",
    );
    return findings;
  }
  if (Object.keys(document).length === 0) {
    findings.problem(
      "experiment.empty",
      "",
      "The experiment is empty.",
      "Start with title, description and method.",
    );
    return findings;
  }
  warnOfUnknownKeys(document, "experiment", "", findings);
  for (const key of ["title", "description"] as const)
    if (!isTruthy(get(document, key)))
      findings.problem(
        `experiment.${key}`,
        key,
        `The experiment has no ${key}.`,
        `Add a ${key} of one sentence.`,
      );
  validateTags(get(document, "tags"), findings);
  validateVariables(document, scope);
  await validateHypothesis(document, scope);
  await validateSteps(document, "method", scope);
  await validateSteps(document, "rollbacks", scope);
  validateReferences(document, findings);
  validateControls(document, scope);
  await validateExtensions(document, scope);
  validateRuntime(get(document, "runtime"), findings);
  await python.ask(host.python, findings);
  warnOfTraps(document, findings);
  return findings;
}

function validateTags(tags: Value | undefined, findings: Findings): void {
  if (!isTruthy(tags) || typeof tags === "string") return;
  const members = isDictionary(tags) ? Object.keys(tags) : tags;
  if (isList(members) && members.every((tag) => typeof tag === "string" && tag !== "")) return;
  findings.problem(
    "experiment.tags",
    "tags",
    "Tags are texts that are not empty.",
    'Write them as a list: ["database"].',
  );
}
