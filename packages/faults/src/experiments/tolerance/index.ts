export { ToleranceFailed } from "./failure.ts";
export { meets, type ToleranceContext, withinTolerance } from "./tolerance.ts";
