import { PathFailed, parsePath } from "../jsonpath2/index.ts";
import { PatternFailed, translatePattern } from "../tolerance/index.ts";
import {
  type Dictionary,
  get,
  isDictionary,
  isInteger,
  isList,
  isNumber,
  type Value,
} from "../values/index.ts";
import { validateActivity } from "./activity.ts";
import type { Scope } from "./scope.ts";
import { type Findings, join } from "./findings.ts";
import { warnOfUnknownKeys } from "./keys.ts";

export async function validateTolerance(tolerance: Value, path: string, scope: Scope): Promise<void> {
  const { findings } = scope;
  if (isInteger(tolerance) || isList(tolerance) || typeof tolerance === "string") return;
  if (!isDictionary(tolerance)) {
    findings.problem(
      "tolerance.kind",
      path,
      "A tolerance is a whole number, text, true, false, a list, or a mapping with a type.",
      'Numbers with a fraction need {"type": "range", "range": [low, high]}.',
    );
    return;
  }
  switch (get(tolerance, "type")) {
    case "probe":
      await validateProbe(tolerance, path, scope);
      return;
    case "regex":
      warnOfUnknownKeys(tolerance, "regex", path, findings);
      validatePattern(get(tolerance, "pattern"), join(path, "pattern"), findings);
      return;
    case "jsonpath":
      warnOfUnknownKeys(tolerance, "jsonpath", path, findings);
      validatePath(get(tolerance, "path"), join(path, "path"), findings);
      return;
    case "range":
      warnOfUnknownKeys(tolerance, "range", path, findings);
      validateRange(get(tolerance, "range"), join(path, "range"), findings);
      return;
    default:
      findings.problem(
        "tolerance.type",
        join(path, "type"),
        "A tolerance is of type regex, jsonpath, range or probe.",
        "Choose one of them.",
      );
  }
}

async function validateProbe(tolerance: Dictionary, path: string, scope: Scope): Promise<void> {
  await validateActivity(tolerance, path, scope);
  const provider = get(tolerance, "provider");
  if (isDictionary(provider) && !isDictionary(get(provider, "arguments")))
    scope.findings.warning(
      "tolerance.arguments",
      join(path, "provider.arguments"),
      "A probe that is a tolerance gets the value as an argument; without arguments the run breaks off without rollbacks.",
      'Add "arguments": {}.',
    );
}

function validatePattern(pattern: Value | undefined, path: string, findings: Findings): void {
  if (typeof pattern !== "string") {
    findings.problem("tolerance.pattern", path, "A regex needs a pattern, as text.", 'Add "pattern": "…".');
    return;
  }
  try {
    translatePattern(pattern);
  } catch (error) {
    if (!(error instanceof PatternFailed)) throw error;
    findings.problem(
      error.kind === "invalid" ? "tolerance.pattern" : "tolerance.pattern-untranslatable",
      path,
      error.message,
      error.kind === "invalid"
        ? "Correct the pattern; it is written as for Python's re."
        : "Write the pattern another way.",
    );
  }
}

function validatePath(given: Value | undefined, path: string, findings: Findings): void {
  if (typeof given !== "string" || given.trim() === "") {
    findings.problem("tolerance.path", path, "A jsonpath needs a path, as text.", 'Add "path": "$.…".');
    return;
  }
  try {
    parsePath(given.trim());
  } catch (error) {
    if (!(error instanceof PathFailed)) throw error;
    findings.problem(
      "tolerance.path",
      path,
      error.message,
      "The dialect is jsonpath2's: it starts with $, equality is a single =, strings are in double quotes.",
    );
  }
}

function validateRange(range: Value | undefined, path: string, findings: Findings): void {
  if (isList(range) && range.length === 2 && range.every(isNumber)) return;
  findings.problem(
    "tolerance.range",
    path,
    "A range is a list of two numbers.",
    "Write [low, high]; both belong to it.",
  );
}
