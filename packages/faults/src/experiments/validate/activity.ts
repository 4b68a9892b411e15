import {
  type Dictionary,
  get,
  isDictionary,
  isList,
  isNumber,
  isTruthy,
  type Value,
} from "../values/index.ts";
import type { Scope } from "./scope.ts";
import { type Findings, join } from "./findings.ts";
import { warnOfUnknownKeys } from "./keys.ts";
import { validateProvider } from "./provider.ts";

/** The method or the rollbacks. */
export async function validateSteps(
  document: Dictionary,
  key: "method" | "rollbacks",
  scope: Scope,
): Promise<void> {
  const steps = get(document, key);
  if (steps === undefined && key === "rollbacks") return;
  if (!isList(steps)) {
    // An empty mapping or text counts as no rollbacks.
    if (key === "rollbacks" && (steps === "" || (isDictionary(steps) && !isTruthy(steps)))) return;
    scope.findings.problem(
      `experiment.${key}`,
      key,
      steps === undefined ? `The experiment has no ${key}.` : `The ${key} must be a list of activities.`,
      key === "method"
        ? 'Add "method": [] when the hypothesis is all there is to check.'
        : 'Write "rollbacks": [], or leave it out.',
    );
    return;
  }
  for (const [index, step] of steps.entries()) {
    const path = `${key}[${index}]`;
    const activity = await validateActivity(step, path, scope);
    if (activity !== null && Object.hasOwn(activity, "tolerance"))
      scope.findings.warning(
        "tolerance.no-effect",
        join(path, "tolerance"),
        `Tolerances are only compared in the hypothesis; in the ${key} this one has no effect.`,
        "Move the probe into the hypothesis, or remove the tolerance.",
      );
  }
}

/** One entry of a method, hypothesis or rollbacks, or a tolerance that is a probe. Gives it back when it is a mapping. */
export async function validateActivity(
  activity: Value,
  path: string,
  scope: Scope,
): Promise<Dictionary | null> {
  const { findings } = scope;
  if (!isDictionary(activity) || !isTruthy(activity)) {
    findings.problem(
      "activity.mapping",
      path,
      isDictionary(activity) ? "The activity is empty." : "An activity is a mapping.",
      "Give it type, name and provider, or a ref to another activity.",
    );
    return null;
  }
  warnOfUnknownKeys(activity, "activity", path, findings);
  validateName(activity, path, findings);
  const ref = get(activity, "ref") ?? null;
  if (ref !== null) {
    if (typeof ref !== "string" || ref === "")
      findings.problem(
        "activity.ref",
        join(path, "ref"),
        "A ref is the name of another activity.",
        "Write the name as text.",
      );
    return activity;
  }
  validateType(activity, path, findings);
  if (!isTruthy(get(activity, "name")))
    findings.problem(
      "activity.name",
      join(path, "name"),
      "The activity has no name.",
      "Name it; journals and refs use the name.",
    );
  validateTiming(activity, path, findings);
  if (Object.hasOwn(activity, "background") && typeof activity["background"] !== "boolean")
    findings.problem(
      "activity.background",
      join(path, "background"),
      "background is true or false.",
      "Write true or false.",
    );
  await validateProvider(activity, path, scope);
  return activity;
}

function validateName(activity: Dictionary, path: string, findings: Findings): void {
  const name = get(activity, "name");
  if (isTruthy(name) && (isList(name) || isDictionary(name)))
    findings.problem("activity.name", join(path, "name"), "A name is text.", "Write the name as text.");
}

function validateType(activity: Dictionary, path: string, findings: Findings): void {
  const type = get(activity, "type");
  if (type === "probe" || type === "action") return;
  findings.problem(
    "activity.type",
    join(path, "type"),
    isTruthy(type) ? "An activity is of type probe or action." : "The activity has no type.",
    'Write "probe" for what only looks, "action" for what changes something.',
  );
}

function validateTiming(activity: Dictionary, path: string, findings: Findings): void {
  const timeout = get(activity, "timeout") ?? null;
  if (timeout !== null && !isNumber(timeout))
    findings.problem(
      "activity.timeout",
      join(path, "timeout"),
      "A timeout is a number of seconds.",
      "Write it as a number.",
    );
  else if (timeout !== null)
    findings.warning(
      "timeout.no-effect",
      join(path, "timeout"),
      "A timeout of the activity itself has no effect.",
      "Put the timeout into the provider.",
    );
  const pauses = get(activity, "pauses") ?? null;
  if (pauses === null) return;
  if (!isDictionary(pauses)) {
    findings.problem(
      "activity.pauses",
      join(path, "pauses"),
      "Pauses are a mapping.",
      'Write {"before": 5} or {"after": 5}, in seconds.',
    );
    return;
  }
  warnOfUnknownKeys(pauses, "pauses", join(path, "pauses"), findings);
  for (const key of ["before", "after"] as const) {
    const pause = get(pauses, key);
    if (typeof pause === "string" && !(pause.startsWith("${") && pause.endsWith("}")))
      findings.problem(
        "activity.pauses",
        join(path, `pauses.${key}`),
        "A pause is a number of seconds, or ${name} of the configuration.",
        "Write it as a number without quotes.",
      );
  }
}
