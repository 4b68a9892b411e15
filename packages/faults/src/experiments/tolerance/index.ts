export { ToleranceFailed } from "./failure.ts";
export { meets, type ToleranceContext, withinTolerance } from "./tolerance.ts";
export { PatternFailed, translatePattern } from "./regex/index.ts";
