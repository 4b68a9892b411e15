export { createEngine, type EngineOptions } from "./engine.ts";
export {
  FaultStuck,
  type AppliedFault,
  type FaultApplication,
  type FaultEngine,
  type FaultEvent,
  type FaultPreview,
  type StuckFault,
} from "./request.ts";
