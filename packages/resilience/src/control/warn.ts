import type { RulesError } from "./rules-error.ts";

/** Is told of rules that were not put in force, and why. */
export type OnProblem = (error: RulesError) => void;

/** Where nobody wants to be told, the process says it: on standard error unless it was started otherwise. */
export const warn: OnProblem = (error) =>
  process.emitWarning(error.message, { code: error.code, type: error.name });
