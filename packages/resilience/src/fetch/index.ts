export { resilientFetch, type ResilientFetchOptions } from "./resilient-fetch.ts";
export type { RequestDescription } from "./request-description.ts";
export { StatusError } from "../http/status-error.ts";
export { timeoutHeader } from "../http/timeout-header.ts";
