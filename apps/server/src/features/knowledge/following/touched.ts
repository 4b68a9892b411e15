import type { StoredEvent } from "../../../platform/spine/index.ts";

/** What a batch of events may have changed about what is found. */
export interface Touched {
  incidents: Set<string>;
  /** Incidents of which more than an entry of the timeline changed: who may see their countermeasures follows from them. */
  wholeIncidents: Set<string>;
  countermeasures: Set<string>;
  teams: Set<string>;
}

/** Events name their subjects; what became of these is read from their rows, so that a repeat does no harm. */
export function touchedBy(events: readonly StoredEvent[]): Touched {
  const touched: Touched = {
    incidents: new Set(),
    wholeIncidents: new Set(),
    countermeasures: new Set(),
    teams: new Set(),
  };
  for (const { subjectKind, subjectId, incidentId } of events) {
    switch (subjectKind) {
      case "incident":
      case "retrospective":
        if (incidentId !== null) {
          touched.incidents.add(incidentId);
          touched.wholeIncidents.add(incidentId);
        }
        break;
      case "timeline_event":
        if (incidentId !== null) touched.incidents.add(incidentId);
        break;
      case "countermeasure":
        touched.countermeasures.add(subjectId);
        break;
      case "team":
        touched.teams.add(subjectId);
        break;
      default:
        // People, sessions, policy, images: nothing that is found by its text.
        break;
    }
  }
  return touched;
}
