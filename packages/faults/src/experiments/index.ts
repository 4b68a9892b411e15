export * from "./configuration/index.ts";
export * from "./document/index.ts";
export * from "./substitution/index.ts";
export * from "./tolerance/index.ts";
