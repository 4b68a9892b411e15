export * from "./references.ts";
export * from "./people/index.ts";
export * from "./incidents/index.ts";
export * from "./timeline/index.ts";
export * from "./retrospectives/index.ts";
export * from "./countermeasures/index.ts";
export * from "./policy/index.ts";
