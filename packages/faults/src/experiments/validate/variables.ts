import { loadConfiguration, loadSecrets, VariableFailed } from "../configuration/index.ts";
import { type Dictionary, get, isDictionary } from "../values/index.ts";
import type { Scope } from "./scope.ts";
import type { Findings } from "./findings.ts";

/** Configuration and secrets: each entry is tried as the run would load it. */
export function validateVariables(document: Dictionary, { findings, host }: Scope): void {
  const configuration = mappingAt(document, "configuration", findings);
  for (const [name, described] of Object.entries(configuration))
    tryToLoad(`configuration.${name}`, findings, () =>
      loadConfiguration({ [name]: described }, host.environment),
    );
  const secrets = mappingAt(document, "secrets", findings);
  trySecrets(secrets, "secrets", { findings, host });
  for (const [name, group] of Object.entries(secrets)) {
    const path = `secrets.${name}`;
    if (!isDictionary(group))
      findings.problem(
        "secrets.group",
        path,
        "Secrets stand in groups.",
        `Put it one level deeper: {"secrets": {"group": {"${name}": …}}}.`,
      );
    else if (isSecret(group))
      findings.warning(
        "trap.secret-without-group",
        path,
        "A secret on the first level breaks the run off as soon as another name is looked up.",
        `Put it one level deeper: {"secrets": {"group": {"${name}": …}}}.`,
      );
  }
}

function mappingAt(document: Dictionary, key: "configuration" | "secrets", findings: Findings): Dictionary {
  if (!Object.hasOwn(document, key)) return {};
  const entries = get(document, key);
  if (isDictionary(entries)) return entries;
  findings.problem(
    `experiment.${key}`,
    key,
    `The ${key} must be a mapping.`,
    `Leave ${key} out when there is none.`,
  );
  return {};
}

/** Every secret of every group on its own, so that all that is wrong is said. */
function trySecrets(group: Dictionary, path: string, scope: Pick<Scope, "findings" | "host">): void {
  for (const [name, described] of Object.entries(group)) {
    const place = `${path}.${name}`;
    if (isDictionary(described) && !isSecret(described)) trySecrets(described, place, scope);
    else
      tryToLoad(place, scope.findings, () =>
        loadSecrets({ [name]: described }, scope.host.environment, {}, path),
      );
  }
}

function isSecret(described: Dictionary): boolean {
  const type = get(described, "type");
  return type === "env" || type === "vault";
}

function tryToLoad(path: string, findings: Findings, load: () => void): void {
  try {
    load();
  } catch (error) {
    if (!(error instanceof VariableFailed)) throw error;
    report(error, path, findings);
  }
}

function report(error: VariableFailed, path: string, findings: Findings): void {
  switch (error.code) {
    case "variable.environment-missing":
      findings.requirement(
        error.code,
        path,
        error.message,
        "Set the variable before the run, or in a --var-file.",
      );
      return;
    case "variable.vault":
      findings.requirement(error.code, path, error.message, "Take the secret from the environment.");
      return;
    case "variable.key-missing":
      findings.problem(error.code, path, error.message, 'Write {"type": "env", "key": "NAME"}.');
      return;
    case "variable.conversion":
    case "variable.format":
      findings.problem(error.code, path, error.message, "Correct the value, or the type that is asked for.");
      return;
    case "variable.type-unknown":
      findings.problem(error.code, path, error.message, "Choose one of these types.");
  }
}
