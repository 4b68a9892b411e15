export { resilience, type ResilienceOptions } from "./resilience.ts";
export { StatusError } from "../http/status-error.ts";
export { deadlineHeader } from "../http/deadline-header.ts";
