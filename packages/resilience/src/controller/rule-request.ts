import { z } from "zod";

import { ruleSchema } from "../control/rule-schema.ts";
import { ControllerError, problemsOf } from "./errors.ts";
import type { RuleRequest } from "./held-rules.ts";

/** Up to a day: an experiment holds its fault for as long as it lasts. */
const lease = z.number().min(100).max(86_400_000);

const renewal = z.strictObject({ lease });

const ruleRequest = z.strictObject({
  owner: z.string().min(1).max(200),
  lease,
  service: z.string().min(1).max(200).exactOptional(),
  rule: ruleSchema.omit({ id: true }),
}) satisfies z.ZodType<RuleRequest>;

/** @throws ControllerError `input.invalid` with what is wrong where */
export function parseRuleRequest(body: unknown): RuleRequest {
  return parse(ruleRequest, body);
}

/** @throws ControllerError `input.invalid` */
export function parseRenewal(body: unknown): z.infer<typeof renewal> {
  return parse(renewal, body);
}

function parse<Value>(schema: z.ZodType<Value>, body: unknown): Value {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new ControllerError("input.invalid", problemsOf(parsed.error));
  return parsed.data;
}
