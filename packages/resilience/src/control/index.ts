export { faultsFromEnvironment, type EnvironmentSettings } from "./environment.ts";
export { faultsFromFailureFlags, type FailureFlagsSettings } from "./failure-flags.ts";
export type { FaultFeed } from "./fault-feed.ts";
export { faultsFromFile, type FileSettings } from "./file.ts";
export { RulesError, type RulesErrorCode } from "./rules-error.ts";
export { faultsFromMorrow, type MorrowSettings } from "./stream.ts";
export type { OnProblem } from "./warn.ts";
