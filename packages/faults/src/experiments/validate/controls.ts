import { type Dictionary, equals, get, isDictionary, isList, isTruthy, type Value } from "../values/index.ts";
import type { Scope } from "./scope.ts";
import { type Findings, join } from "./findings.ts";
import { warnOfUnknownKeys } from "./keys.ts";

interface Entry {
  readonly control: Value;
  readonly path: string;
}

/** Controls of the experiment, the hypothesis and every activity. */
export function validateControls(document: Dictionary, { findings, python }: Scope): void {
  const all = places(document).flatMap(({ owner, path }) => controlsOf(owner, path, findings));
  const declared = all.flatMap(({ control }) => {
    const name = isDictionary(control) && !Object.hasOwn(control, "ref") ? get(control, "name") : undefined;
    return name === undefined ? [] : [name];
  });
  for (const { control, path } of all) {
    if (!isDictionary(control)) {
      findings.problem("control.mapping", path, "A control is a mapping.", "Give it name and provider.");
      continue;
    }
    warnOfUnknownKeys(control, "control", path, findings);
    validateControl(control, path, declared, findings);
    const provider = get(control, "provider");
    if (!isDictionary(provider) || get(provider, "type") !== "python") continue;
    const module = get(provider, "module");
    if (typeof module === "string" && module !== "")
      python.add({ kind: "control", module, control }, join(path, "provider"));
    else
      findings.problem(
        "control.module",
        join(path, "provider.module"),
        "The control has no module.",
        "Name the Python module that holds its functions.",
      );
  }
}

function places(document: Dictionary): { owner: Dictionary; path: string }[] {
  const hypothesis = get(document, "steady-state-hypothesis");
  const found = [{ owner: document, path: "" }];
  const add = (owner: Value | undefined, path: string): void => {
    if (isDictionary(owner)) found.push({ owner, path });
  };
  add(hypothesis, "steady-state-hypothesis");
  for (const [key, parent] of [
    ["probes", hypothesis],
    ["method", document],
    ["rollbacks", document],
  ] as const) {
    const steps = isDictionary(parent) ? get(parent, key) : undefined;
    if (isList(steps))
      steps.forEach((step, index) =>
        add(step, `${key === "probes" ? "steady-state-hypothesis.probes" : key}[${index}]`),
      );
  }
  return found;
}

function controlsOf(owner: Dictionary, path: string, findings: Findings): Entry[] {
  if (!Object.hasOwn(owner, "controls")) return [];
  const controls = get(owner, "controls");
  const at = join(path, "controls");
  if (isList(controls)) return controls.map((control, index) => ({ control, path: `${at}[${index}]` }));
  if (controls !== "" && !(isDictionary(controls) && !isTruthy(controls)))
    findings.problem(
      "control.list",
      at,
      "Controls are a list.",
      "Write a list of controls, or leave it out.",
    );
  return [];
}

function validateControl(
  control: Dictionary,
  path: string,
  declared: readonly Value[],
  findings: Findings,
): void {
  const ref = get(control, "ref");
  if (ref !== undefined && !declared.some((name) => equals(name, ref)))
    findings.problem(
      "control.ref",
      join(path, "ref"),
      "No control of that name is declared.",
      "Correct the name.",
    );
  if (!Object.hasOwn(control, "name"))
    findings.problem(
      "control.name",
      join(path, "name"),
      "The control has no name.",
      "Name it, even when it is a ref.",
    );
  if (!isDictionary(get(control, "provider")))
    findings.problem(
      "control.provider",
      join(path, "provider"),
      "The control has no provider.",
      'Add {"type": "python", "module": "…"}.',
    );
  const scope = get(control, "scope");
  if (isTruthy(scope) && scope !== "before" && scope !== "after")
    findings.problem(
      "control.scope",
      join(path, "scope"),
      "A scope is before or after.",
      "Leave it out for both.",
    );
}
