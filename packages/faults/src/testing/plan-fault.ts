import { faultNamed } from "../faults/registry.ts";
import type { FaultPlan, Target } from "../faults/fault.ts";

let planned = 0;

/** A plan as the engine asks for it, without selection and limits. */
export function planFault(
  name: string,
  given: { arguments?: unknown; targets?: readonly Target[]; durationMs?: number } = {},
): Promise<FaultPlan> {
  planned += 1;
  return faultNamed(name).plan({
    arguments: given.arguments,
    targets: given.targets ?? [],
    durationMs: given.durationMs ?? 30_000,
    token: `test${process.pid}x${planned}`,
  });
}
