export { faultsFromEnvironment, type EnvironmentSettings } from "./environment.ts";
export { faultsFromFile, type FileSettings } from "./file.ts";
export { RulesError, type RulesErrorCode } from "./rules-error.ts";
export { faultsFromMorrow, type FaultFeed, type MorrowSettings } from "./stream.ts";
export type { OnProblem } from "./warn.ts";
