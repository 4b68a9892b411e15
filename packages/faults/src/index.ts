export type { ArmedFault, Fault, FaultEvidence, FaultPlan, FaultRequest, Target } from "./faults/fault.ts";
export { FaultFailed, FaultRefused, type RefusalCode } from "./faults/refusal.ts";
