export const countermeasureStates = [
  "idea",
  "accepted",
  "in_progress",
  "done",
  "verified",
  "declined",
  "superseded",
] as const;
export type CountermeasureState = (typeof countermeasureStates)[number];

export const countermeasureKinds = ["prevent", "detect", "mitigate", "recover", "process"] as const;
export type CountermeasureKind = (typeof countermeasureKinds)[number];

/** From strongest to weakest: what changes the system outlasts what asks people to remember. */
export const strengths = ["elimination", "guard", "detection", "procedure", "training"] as const;
export type Strength = (typeof strengths)[number];

export const priorities = ["high", "medium", "low"] as const;
export type Priority = (typeof priorities)[number];

/** What shows that a countermeasure works. */
export const evidenceKinds = ["test", "drill", "experiment"] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];
