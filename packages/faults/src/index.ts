export type { ArmedFault, Fault, FaultEvidence, FaultPlan, FaultRequest, Target } from "./faults/fault.ts";
export { FaultFailed, FaultRefused, type RefusalCode } from "./faults/refusal.ts";
export { describeFaults, type ArgumentDescription, type FaultDescription } from "./faults/describe.ts";
export { faultNamed, faults } from "./faults/registry.ts";
export type { RegisteredFault } from "./faults/registered.ts";
export { processPredicate, selectProcesses, type ProcessPredicate } from "./targets/index.ts";
export * from "./faults/engine/index.ts";
export { faultLimits, take, type FaultLimits, type Take } from "./faults/limits.ts";
