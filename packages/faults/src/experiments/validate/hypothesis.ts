import { type Dictionary, get, isDictionary, isList, isTruthy } from "../values/index.ts";
import { validateActivity } from "./activity.ts";
import type { Scope } from "./scope.ts";
import { join } from "./findings.ts";
import { warnOfUnknownKeys } from "./keys.ts";
import { validateTolerance } from "./tolerance.ts";

export async function validateHypothesis(document: Dictionary, scope: Scope): Promise<void> {
  const path = "steady-state-hypothesis";
  if (!Object.hasOwn(document, path)) return;
  const { findings } = scope;
  const hypothesis = get(document, path);
  if (!isDictionary(hypothesis)) {
    findings.problem(
      "hypothesis.mapping",
      path,
      "The hypothesis is a mapping.",
      "Give it title and probes, or leave it out.",
    );
    return;
  }
  warnOfUnknownKeys(hypothesis, "hypothesis", path, findings);
  if (!isTruthy(get(hypothesis, "title")))
    findings.problem(
      "hypothesis.title",
      join(path, "title"),
      "The hypothesis has no title.",
      "Say in one sentence what normal is.",
    );
  const probes = get(hypothesis, "probes");
  if (probes === undefined) return;
  if (!isList(probes)) {
    findings.problem(
      "hypothesis.probes",
      join(path, "probes"),
      "The probes are a list.",
      "Write a list of probes, or leave it out.",
    );
    return;
  }
  for (const [index, probe] of probes.entries()) {
    const at = `${path}.probes[${index}]`;
    const activity = await validateActivity(probe, at, scope);
    if (activity === null) continue;
    if (!Object.hasOwn(activity, "tolerance"))
      findings.problem(
        "tolerance.missing",
        join(at, "tolerance"),
        "A probe of the hypothesis needs a tolerance.",
        'Say what is normal: 200, [200, 204], or {"type": "regex", …}.',
      );
    else await validateTolerance(activity["tolerance"] ?? null, join(at, "tolerance"), scope);
  }
}
