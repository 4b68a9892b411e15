import { activities } from "./activities.ts";
import { calls } from "./calls.ts";
import type { RunCase } from "./case.ts";
import { controlled } from "./controlled.ts";
import { functions } from "./functions.ts";
import { strategies } from "./strategies.ts";
import { toleranceCases } from "./tolerances.ts";
import { variableCases } from "./variables.ts";

export type { RunCase } from "./case.ts";

/** Every experiment that the original and Morrow are compared on. */
export const runCases: readonly RunCase[] = [
  ...strategies,
  ...activities,
  ...calls,
  ...functions,
  ...controlled,
  ...toleranceCases,
  ...variableCases,
];
