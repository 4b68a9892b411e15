import type { IncidentState, Milestone } from "./vocabulary.ts";

/** Instants (ISO 8601 with offset) of the milestones reached; left out or null when not reached or not known. */
export type Milestones = Partial<Record<Milestone, string | null>>;

/** The furthest milestone decides; the state is never set by hand. */
export function deriveState(milestones: Milestones): IncidentState {
  if (milestones.closed) return "closed";
  if (milestones.resolved) return "resolved";
  if (milestones.mitigated) return "mitigated";
  return "open";
}
