export type { Schedule } from "./continuous.ts";
export type { Part, RunEvent, RunListener } from "./events.ts";
export { Interruption } from "./interruption.ts";
export type { ActivityRun, Journal, Status, SteadyState } from "./journal.ts";
export type { RunOptions, RunResult } from "./run.ts";
export { runExperiment } from "./run-experiment.ts";
export { type RunFlags, runSource, type SourceResult } from "./run-source.ts";
export type { Dry } from "./session.ts";
export {
  type HypothesisStrategy,
  hypothesisStrategies,
  type RollbackStrategy,
  rollbackStrategies,
} from "./strategies.ts";
export type { Verdict } from "./verdict.ts";
