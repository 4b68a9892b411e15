export { createPolicy, type PolicyFeature } from "./service.ts";
export { mountPolicy } from "./routes.ts";
