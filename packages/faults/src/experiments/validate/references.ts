import { type Dictionary, get, isDictionary, isList, pythonText, type Value } from "../values/index.ts";
import { type Findings, join } from "./findings.ts";

interface Entry {
  readonly activity: Dictionary;
  readonly path: string;
}

/** Refs name an activity of the method or the hypothesis; of several with one name the last one counts, the hypothesis after the method. */
export function validateReferences(document: Dictionary, findings: Findings): void {
  const hypothesis = get(document, "steady-state-hypothesis");
  const method = entries(get(document, "method"), "method");
  const probes = isDictionary(hypothesis)
    ? entries(get(hypothesis, "probes"), "steady-state-hypothesis.probes")
    : [];
  const named = byName([...method, ...probes]);
  const rollbacks = entries(get(document, "rollbacks"), "rollbacks");
  for (const entry of [...method, ...probes, ...rollbacks]) {
    const ref = get(entry.activity, "ref");
    if (typeof ref !== "string" || ref === "") continue;
    validateReference(ref, entry.path, named.get(ref) ?? [], findings);
  }
}

function validateReference(ref: string, at: string, found: readonly Entry[], findings: Findings): void {
  const path = join(at, "ref");
  const target = found.at(-1);
  if (target === undefined) {
    const message = `No activity of the method or the hypothesis is named "${ref}".`;
    const remedy = "Correct the name; activities of the rollbacks can't be named.";
    // chaos validate looks at the refs of the method alone; elsewhere the run finds out.
    if (at.startsWith("method")) findings.problem("ref.unknown", path, message, remedy);
    else findings.warning("ref.unknown", path, message, remedy);
    return;
  }
  if (typeof get(target.activity, "ref") === "string")
    findings.problem(
      "ref.cyclic",
      path,
      target.path === at
        ? `The ref "${ref}" names itself.`
        : `The ref "${ref}" names ${target.path}, which is a ref too; refs don't lead further, and may lead in a circle.`,
      "Name an activity with a provider.",
    );
  if (found.length > 1)
    findings.warning(
      "ref.ambiguous",
      path,
      `${found.length} activities are named "${ref}": ${found.map((one) => one.path).join(", ")}. The last one counts.`,
      "Give each of them a name of its own.",
    );
}

function entries(steps: Value | undefined, path: string): Entry[] {
  if (!isList(steps)) return [];
  return steps.flatMap((activity, index) =>
    isDictionary(activity) ? [{ activity, path: `${path}[${index}]` }] : [],
  );
}

function byName(all: readonly Entry[]): Map<string, Entry[]> {
  const named = new Map<string, Entry[]>();
  for (const entry of all) {
    const name = get(entry.activity, "name");
    if (typeof name !== "string" || name === "") continue;
    named.set(pythonText(name), [...(named.get(name) ?? []), entry]);
  }
  return named;
}
