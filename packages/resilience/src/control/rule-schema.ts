import { z } from "zod";

import type { Effect, FaultRule } from "../faults/rule.ts";
import { plainData } from "./plain-data.ts";

/** Ten minutes, in ms: every timeout is shorter, and no call is held for hours by a slip of the pen. */
const longest = 600_000;
const milliseconds = z.number().min(0).max(longest);
const share = z.number().gt(0).max(1);
const name = z.string().min(1).max(1000);
const properties = plainData.pipe(z.record(z.string(), z.unknown()));
const labels = plainData.pipe(z.record(z.string(), z.union([z.string(), z.array(z.string())])));

const effect = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("latency"), milliseconds, jitter: milliseconds.exactOptional() }),
  z.strictObject({
    kind: z.literal("exception"),
    name: name.exactOptional(),
    message: z.string().exactOptional(),
    properties: properties.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("status"),
    status: z.int().min(200).max(599),
    retryAfter: milliseconds.exactOptional(),
  }),
  z.strictObject({ kind: z.literal("data"), value: plainData }),
  z.strictObject({ kind: z.literal("hang"), milliseconds: milliseconds.exactOptional() }),
]) satisfies z.ZodType<Effect>;

/**
 * A fault rule that comes from outside. What it does not know it refuses: a scope that is not understood would otherwise be left out, and
 * the fault would be wider than was meant.
 */
export const ruleSchema = z.strictObject({
  id: name,
  point: name,
  position: z.enum(["before", "instead", "after"]).exactOptional(),
  effects: z
    .array(effect)
    .min(1, "A rule needs an effect: latency, exception, status, data or hang")
    .max(100),
  labels: labels.exactOptional(),
  cohort: z.strictObject({ by: name, share }).exactOptional(),
  share: share.exactOptional(),
  first: z.int().positive().exactOptional(),
  seed: z.int().exactOptional(),
}) satisfies z.ZodType<FaultRule>;
