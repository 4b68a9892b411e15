export { resilience } from "./resilience.ts";
export type { ServingOptions } from "../request/served-request.ts";
