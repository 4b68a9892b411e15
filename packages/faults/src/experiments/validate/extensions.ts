import {
  type Dictionary,
  get,
  isDictionary,
  isList,
  isNumber,
  isTruthy,
  toNumber,
  type Value,
} from "../values/index.ts";
import { validateActivity } from "./activity.ts";
import type { Scope } from "./scope.ts";
import { join } from "./findings.ts";
import { warnOfUnknownKeys } from "./keys.ts";
import { validateDuration, validateLimits } from "./morrow.ts";
import { validateTolerance } from "./tolerance.ts";

export async function validateExtensions(document: Dictionary, scope: Scope): Promise<void> {
  const extensions = get(document, "extensions");
  if (!isTruthy(extensions)) return;
  const { findings } = scope;
  if (!isList(extensions)) {
    findings.problem("extension.list", "extensions", "Extensions are a list.", 'Write [{"name": "…", …}].');
    return;
  }
  for (const [index, extension] of extensions.entries()) {
    const path = `extensions[${index}]`;
    const name = isDictionary(extension) ? get(extension, "name") : undefined;
    if (typeof name !== "string" || name.trim() === "")
      findings.problem(
        "extension.name",
        join(path, "name"),
        "An extension needs a name.",
        'Add "name" as text.',
      );
    else if (name === "morrow" && isDictionary(extension)) await validateSettings(extension, path, scope);
  }
}

/** What Morrow adds to an experiment as a whole. */
async function validateSettings(settings: Dictionary, path: string, scope: Scope): Promise<void> {
  const { findings } = scope;
  warnOfUnknownKeys(settings, "morrow", path, findings);
  const frequency = get(settings, "frequency");
  if (frequency !== undefined && !(isNumber(frequency) && toNumber(frequency) > 0))
    findings.problem(
      "extension.frequency",
      join(path, "frequency"),
      "A frequency is a number of seconds above zero.",
      "Write 1 for once a second.",
    );
  validateDuration(get(settings, "duration"), join(path, "duration"), findings);
  validateLimits(get(settings, "limits"), join(path, "limits"), findings);
  const stop = get(settings, "stop");
  if (stop === undefined) return;
  if (!isList(stop)) {
    findings.problem(
      "extension.stop",
      join(path, "stop"),
      "Stop conditions are a list of probes.",
      "Write a list.",
    );
    return;
  }
  for (const [index, probe] of stop.entries())
    await validateStop(probe, `${join(path, "stop")}[${index}]`, scope);
}

async function validateStop(probe: Value, path: string, scope: Scope): Promise<void> {
  const activity = await validateActivity(probe, path, scope);
  if (activity === null) return;
  if (get(activity, "type") !== "probe" || Object.hasOwn(activity, "ref"))
    scope.findings.problem(
      "extension.stop",
      path,
      "A stop condition is a probe of its own.",
      "Write it out, with type probe.",
    );
  if (!Object.hasOwn(activity, "tolerance"))
    scope.findings.problem(
      "tolerance.missing",
      join(path, "tolerance"),
      "A stop condition needs a tolerance.",
      "Say what is still bearable; outside of it the run stops.",
    );
  else await validateTolerance(activity["tolerance"] ?? null, join(path, "tolerance"), scope);
}
