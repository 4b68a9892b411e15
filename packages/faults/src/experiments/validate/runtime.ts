import { get, isDictionary, isTruthy, type Value } from "../values/index.ts";
import type { Findings } from "./findings.ts";

const strategies = {
  rollbacks: ["default", "always", "never", "deviated"],
  hypothesis: [
    "default",
    "before-method-only",
    "after-method-only",
    "during-method-only",
    "continuously",
    "continously",
    "skip",
  ],
} as const;

/** chaos validate does not look here, so what is wrong is a warning; the run would break off. */
export function validateRuntime(runtime: Value | undefined, findings: Findings): void {
  if (!isTruthy(runtime)) return;
  if (!isDictionary(runtime)) {
    findings.warning(
      "runtime.mapping",
      "runtime",
      "The runtime is a mapping.",
      'Write {"rollbacks": {"strategy": "always"}}.',
    );
    return;
  }
  for (const key of ["rollbacks", "hypothesis"] as const) {
    const part = get(runtime, key);
    if (part === undefined) continue;
    const strategy = isDictionary(part) ? (get(part, "strategy") ?? "default") : null;
    const known: readonly string[] = strategies[key];
    if (typeof strategy !== "string" || !known.includes(strategy))
      findings.warning(
        "runtime.strategy",
        `runtime.${key}.strategy`,
        `This strategy for the ${key} is unknown.`,
        `Choose ${known.filter((one) => one !== "continously").join(", ")}.`,
      );
  }
}
