export {
  controllerAt,
  ControllerUnreachable,
  type ControllerAddress,
  type ControllerClient,
  type ControllerState,
} from "./controller-client.ts";
export { ControllerError, type ControllerErrorCode, type FieldProblem } from "./errors.ts";
export type { HeldRule, HeldRules, RuleRequest } from "./held-rules.ts";
export { startController, type Controller, type ControllerSettings } from "./start-controller.ts";
