export { startController, type Controller, type ControllerSettings } from "./start-controller.ts";
export type { HeldRule, HeldRules, RuleRequest } from "./held-rules.ts";
