export { resilience, type ResilienceOptions } from "./resilience.ts";
export { StatusError } from "../http/status-error.ts";
export { timeoutHeader } from "../http/timeout-header.ts";
