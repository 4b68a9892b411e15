import { incidentRoutes, type Incident } from "@morrow/contract/incidents";
import { useState } from "react";
import { useAnswer } from "../../../api/answers.ts";
import { Skeleton } from "../../../components/Skeleton.tsx";
import { TimeStrip } from "../../incidents/strip/TimeStrip.tsx";
import type { TimeRange } from "../../incidents/timeline/rows.ts";
import { useTimeline } from "../../incidents/timeline/useTimeline.ts";

/** The course of the incident at a glance, as on its own page. */
export function Strip({ reference }: { reference: string }) {
  const incident = useAnswer(incidentRoutes.show, { params: { ref: reference } });
  if (incident.data === undefined) return incident.error === null ? <Skeleton height={8} /> : null;
  if (incident.data.at === null) return null;
  return <Loaded incident={incident.data} />;
}

function Loaded({ incident }: { incident: Incident }) {
  const { events } = useTimeline(incident.ref, incident.id);
  const [range, setRange] = useState<TimeRange | null>(null);
  const [now] = useState(() => Date.now());
  return <TimeStrip incident={incident} events={events} selected={range} onSelect={setRange} now={now} />;
}
