import { type Dictionary, get, isDictionary, isTruthy, pythonText } from "../values/index.ts";
import { ExperimentRefused } from "../failures.ts";

export const hypothesisStrategies = [
  "default",
  "before-method-only",
  "after-method-only",
  "during-method-only",
  "continuously",
  "skip",
] as const;
export type HypothesisStrategy = (typeof hypothesisStrategies)[number];

export const rollbackStrategies = ["default", "always", "never", "deviated"] as const;
export type RollbackStrategy = (typeof rollbackStrategies)[number];

export interface Strategies {
  readonly hypothesis: HypothesisStrategy;
  readonly rollbacks: RollbackStrategy;
}

/**
 * The command line goes before the experiment's `runtime`, which goes before the settings. A `runtime` block resets the strategy that it
 * does not name to the default, whatever the settings say. @throws ExperimentRefused for a strategy that does not exist
 */
export function chooseStrategies(
  given: Partial<Strategies>,
  experiment: Dictionary,
  settings: Dictionary,
): Strategies {
  const own = get(experiment, "runtime");
  const runtime = isDictionary(own) && isTruthy(own) ? own : get(settings, "runtime");
  return {
    hypothesis:
      given.hypothesis ?? known(hypothesisStrategies, strategyIn(runtime, "hypothesis"), "hypothesis"),
    rollbacks: given.rollbacks ?? known(rollbackStrategies, strategyIn(runtime, "rollbacks"), "rollbacks"),
  };
}

function strategyIn(runtime: Dictionary[string] | undefined, key: string): string {
  const block = isDictionary(runtime) ? get(runtime, key) : undefined;
  const strategy = isDictionary(block) ? get(block, "strategy") : undefined;
  return strategy === undefined || strategy === null ? "default" : pythonText(strategy);
}

function known<T extends string>(all: readonly T[], name: string, what: string): T {
  // An older spelling that Chaos Toolkit still takes.
  const wanted = name === "continously" ? "continuously" : name;
  const found = all.find((one) => one === wanted);
  if (found !== undefined) return found;
  throw new ExperimentRefused(
    `runtime.${what}.strategy: "${name}" is no strategy. There are: ${all.join(", ")}.`,
  );
}

export function runsBefore(strategy: HypothesisStrategy): boolean {
  return ["before-method-only", "default", "continuously"].includes(strategy);
}

export function runsDuring(strategy: HypothesisStrategy): boolean {
  return ["during-method-only", "continuously"].includes(strategy);
}

export function runsAfter(strategy: HypothesisStrategy): boolean {
  return ["after-method-only", "default", "continuously"].includes(strategy);
}
