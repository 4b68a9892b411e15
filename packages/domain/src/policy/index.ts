export * from "./policy.ts";
export * from "./severity.ts";
export * from "./check.ts";
export * from "./labels.ts";
