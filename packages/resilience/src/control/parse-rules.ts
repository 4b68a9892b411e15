import { z } from "zod";

import type { FaultRule } from "../faults/rule.ts";
import { ruleSchema } from "./rule-schema.ts";
import { RulesError } from "./rules-error.ts";

/** Characters of all rules together. */
export const longestText = 1024 * 1024;
const mostRules = 1000;

/** Reads a JSON list of rules. `place` is the name of the variable or file. @throws RulesError */
export function parseJsonRules(text: string, place: string): readonly FaultRule[] {
  if (text.length > longestText)
    throw new RulesError("rules.too_large", place, `More than ${longestText} characters cannot be rules.`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new RulesError("rules.malformed", place, "This is not valid JSON.", error);
  }
  if (!Array.isArray(value)) throw new RulesError("rules.invalid", place, "This is not a list of rules.");
  return checkedRules(value, place);
}

/** @throws RulesError */
export function checkedRules(given: readonly unknown[], place: string): readonly FaultRule[] {
  if (given.length > mostRules)
    throw new RulesError("rules.too_large", place, `There can be ${mostRules} rules, not ${given.length}.`);
  const rules = given.map((rule, index) => checked(rule, `${place}, rule ${index + 1}`));
  const ids = rules.map(({ id }) => id);
  const again = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  if (again !== -1)
    throw new RulesError(
      "rules.invalid",
      `${place}, rule ${again + 1}`,
      `Another rule has the id ${ids[again]}, too.`,
    );
  return rules;
}

function checked(rule: unknown, place: string): FaultRule {
  const parsed = ruleSchema.safeParse(rule);
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  // A name that is not known is mostly why another one is missing.
  const issue = issues.find(({ code }) => code === "unrecognized_keys") ?? issues[0];
  const path = z.core.toDotPath(issue?.path ?? []);
  throw new RulesError(
    "rules.invalid",
    path === "" ? place : `${place}, ${path}`,
    `${issue?.message ?? ""}.`,
  );
}
