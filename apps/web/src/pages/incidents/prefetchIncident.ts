import { incidentRoutes } from "@morrow/contract/incidents";
import { answerQuery } from "../../api/answers.ts";
import { queries } from "../../api/queries.ts";
import { timelineQuery } from "./timeline/timelineQuery.ts";

/** The reference as the address has it, in whatever case somebody typed it. */
export function referenceOf(segment: string): string {
  return /^inc-\d+$/i.test(segment) ? segment.toUpperCase() : segment;
}

/** One incident's facts; the last answer is kept for the time without a server. */
export function incidentQuery(ref: string) {
  return answerQuery(incidentRoutes.show, { params: { ref } }, { kept: true });
}

/** Begins to fetch an incident and its timeline while the page that shows them is still loading. */
export function prefetchIncident(segment: string): Promise<unknown> {
  const ref = referenceOf(segment);
  return Promise.all([
    queries.prefetchQuery(incidentQuery(ref)),
    queries.prefetchQuery(timelineQuery(ref, queries)),
  ]);
}
