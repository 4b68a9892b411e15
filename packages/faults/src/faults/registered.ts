import type { z } from "zod";

import type { Fault, FaultPlan, FaultRequest } from "./fault.ts";
import { FaultRefused } from "./refusal.ts";

/** A fault as the engine sees it: its arguments are checked when it is planned. */
export interface RegisteredFault {
  readonly name: string;
  readonly summary: string;
  readonly selects: "processes" | "nothing";
  readonly arguments: z.ZodType;
  /** @throws FaultRefused `fault.arguments` with every place that is wrong */
  plan(request: FaultRequest<unknown>): Promise<FaultPlan>;
}

export function register<Arguments>(fault: Fault<Arguments>): RegisteredFault {
  return {
    name: fault.name,
    summary: fault.summary,
    selects: fault.selects,
    arguments: fault.arguments,
    plan: async (request) =>
      fault.plan({ ...request, arguments: parse(fault.name, fault.arguments, request.arguments) }),
  };
}

function parse<Arguments>(name: string, schema: z.ZodType<Arguments>, given: unknown): Arguments {
  const parsed = schema.safeParse(given ?? {});
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.map(
    ({ path, message }) => `${path.join(".") || "arguments"}: ${message}`,
  );
  throw new FaultRefused(
    "fault.arguments",
    `${name} does not understand its arguments. ${places.join("; ")}`,
  );
}
