export * from "./references.ts";
export * from "./problem.ts";
export * from "./described.ts";
export * from "./people/index.ts";
export * from "./incidents/index.ts";
export * from "./timeline/index.ts";
export * from "./retrospectives/index.ts";
export * from "./countermeasures/index.ts";
export * from "./policy/index.ts";
// Both words have an `isOverdue`; here each goes by its full name, and the plain one is the retrospective's.
export { isOverdue, isOverdue as isRetrospectiveOverdue } from "./retrospectives/index.ts";
export { isOverdue as isCountermeasureOverdue } from "./countermeasures/index.ts";
