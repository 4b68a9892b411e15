export { PathFailed } from "./failure.ts";
export { matchPath } from "./match.ts";
export { parsePath } from "./parse.ts";
