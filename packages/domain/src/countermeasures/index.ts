export * from "./vocabulary.ts";
export * from "./labels.ts";
export * from "./states.ts";
export * from "./merge.ts";
export * from "./dates.ts";
