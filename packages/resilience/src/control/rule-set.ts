import { z } from "zod";

import type { FaultRule } from "../faults/rule.ts";
import { ruleSchema } from "./rule-schema.ts";

/** Everything that is active for a service, and how long it holds without a further word, in ms. */
export interface RuleSet {
  readonly lease: number;
  readonly rules: readonly FaultRule[];
}

/** A controller that asks for more is not believed: a fault outlives it by so many ms at most. */
const longestLease = 60_000;

const ruleSet = z.object({
  lease: z.number().gt(0).max(longestLease),
  rules: z.array(ruleSchema).max(1000),
}) satisfies z.ZodType<RuleSet>;

/** The data of an event. Undefined when it is no set of rules, or one of them makes no sense: then none of them counts. */
export function parseRuleSet(data: string): RuleSet | undefined {
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch {
    return undefined;
  }
  const parsed = ruleSet.safeParse(value);
  if (!parsed.success) return undefined;
  const ids = new Set(parsed.data.rules.map(({ id }) => id));
  return ids.size === parsed.data.rules.length ? parsed.data : undefined;
}
