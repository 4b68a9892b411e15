export const incidentKinds = ["incident", "near_miss", "drill"] as const;
export type IncidentKind = (typeof incidentKinds)[number];

/** SEV1 is the worst. Thresholds are the organisation's (see policy). */
export const severities = [1, 2, 3, 4, 5] as const;
export type Severity = (typeof severities)[number];

/** A time with meaning. Order is the order in which they usually happen. */
export const milestones = [
  "started",
  "detected",
  "acknowledged",
  "declared",
  "mitigated",
  "resolved",
  "closed",
] as const;
export type Milestone = (typeof milestones)[number];

/** Derived from the milestones reached; never set by hand. */
export const incidentStates = ["open", "mitigated", "resolved", "closed"] as const;
export type IncidentState = (typeof incidentStates)[number];

export const commandRoles = [
  "incident_commander",
  "deputy",
  "operations_lead",
  "communications_lead",
  "liaison_officer",
  "scribe",
] as const;
export type CommandRole = (typeof commandRoles)[number];

export const linkKinds = ["ticket", "forum", "chat", "dashboard", "document", "other"] as const;
export type LinkKind = (typeof linkKinds)[number];
