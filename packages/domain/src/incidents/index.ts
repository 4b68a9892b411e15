export * from "./vocabulary.ts";
export * from "./labels.ts";
export * from "./state.ts";
export { durationDefinitions, durations } from "./durations.ts";
export type { Duration, DurationDefinition, DurationId } from "./durations.ts";
export * from "./milestones.ts";
export * from "./closing.ts";
