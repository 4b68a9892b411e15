import { faultPoints, type FaultPoints } from "../faults/fault-points.ts";
import { checkedRules, longestText, parseJsonRules } from "./parse-rules.ts";
import { RulesError } from "./rules-error.ts";
import { readShortNotation } from "./short-notation.ts";
import type { FaultFeed } from "./fault-feed.ts";
import { warn, type OnProblem } from "./warn.ts";

export interface EnvironmentSettings {
  /** The usual ones unless policies were given their own. */
  readonly points?: FaultPoints;
  /** `process.env` where absent. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** What is told of rules that make no sense; none of them counts then. A warning of the process where absent. */
  readonly onProblem?: OnProblem;
}

const variable = "MORROW_FAULT_RULES";

/**
 * Puts the rules of the variable MORROW_FAULT_RULES in force, a JSON list or the short notation, until this is closed. Without the
 * variable nothing is done. Reads it once, and throws nothing.
 */
export function faultsFromEnvironment(settings: EnvironmentSettings = {}): FaultFeed {
  const { points = faultPoints, environment = process.env, onProblem = warn } = settings;
  const text = environment[variable]?.trim() ?? "";
  const source = points.source(`environment: ${variable}`);
  try {
    source.replace(text.startsWith("[") ? parseJsonRules(text, variable) : parseShortRules(text));
  } catch (error) {
    if (!(error instanceof RulesError)) throw error;
    onProblem(error);
  }
  return { close: () => source.clear(), [Symbol.dispose]: () => source.clear() };
}

function parseShortRules(text: string) {
  if (text.length > longestText)
    throw new RulesError("rules.too_large", variable, `More than ${longestText} characters cannot be rules.`);
  return checkedRules(readShortNotation(text, variable), variable);
}
