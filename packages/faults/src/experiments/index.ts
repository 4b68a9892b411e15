export * from "./configuration/index.ts";
export * from "./document/index.ts";
export * from "./substitution/index.ts";
export * from "./tolerance/index.ts";
export * from "./validate/index.ts";
export * from "./values/index.ts";
export { JsonFailed, parseJson, writeJson } from "./values/json.ts";
