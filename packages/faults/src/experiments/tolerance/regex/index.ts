export { PatternFailed } from "./failure.ts";
export { translatePattern } from "./translate.ts";
