export * from "./policy.ts";
export * from "./severity.ts";
