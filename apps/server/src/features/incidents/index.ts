export { settleCountermeasureAudiences } from "./audience.ts";
export { presentIncidentBriefs } from "./briefs.ts";
export type { IncidentDeps } from "./deps.ts";
export { findIncident, type IncidentRow, lockIncident } from "./find.ts";
export { createImportedIncident, type ImportedIncident } from "./imported.ts";
export { instantsOf, settleMilestones } from "./milestones.ts";
export { type Reading, readingFor } from "./reading.ts";
export { mountIncidents } from "./routes.ts";
export { nextNumber } from "./store.ts";
export {
  currentTimeline,
  insertTimelineEvents,
  type NewTimelineEvent,
  timelineTime,
  type TimelineRow,
} from "./timeline-rows.ts";
