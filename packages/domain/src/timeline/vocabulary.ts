export const timelineSources = ["person", "chat", "alert", "deploy", "import", "experiment"] as const;
export type TimelineSource = (typeof timelineSources)[number];

export const timelineKinds = [
  "detection",
  "hypothesis",
  "investigation",
  "action",
  "effect",
  "decision",
  "communication",
  "milestone",
  "note",
] as const;
export type TimelineKind = (typeof timelineKinds)[number];

/** How exactly a time was given. */
export const precisions = ["day", "hour", "minute", "second"] as const;
export type Precision = (typeof precisions)[number];
