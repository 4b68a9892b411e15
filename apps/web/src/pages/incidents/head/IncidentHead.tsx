import type { Incident } from "@morrow/contract/incidents";
import { incidentKindLabels } from "@morrow/domain/incidents";
import { CalendarClock, Lock, UserRound } from "lucide-react";
import { Badge } from "../../../components/Badge.tsx";
import { Breadcrumbs } from "../../../components/Breadcrumbs.tsx";
import { Button } from "../../../components/Button.tsx";
import { StateMark } from "../../../components/StateMark.tsx";
import { paths } from "../../../paths.ts";
import { RunningClock } from "./RunningClock.tsx";
import { SeverityControl } from "./SeverityControl.tsx";
import { TitleField } from "./TitleField.tsx";

export interface IncidentHeadProps {
  readonly incident: Incident;
  readonly mayEdit: boolean;
  readonly severityOpen: boolean;
  readonly onSeverityOpenChange: (open: boolean) => void;
  readonly onAssume: () => void;
}

/** What it is, how bad, where it stands, since when, and who decides. */
export function IncidentHead(props: IncidentHeadProps) {
  const { incident, mayEdit, severityOpen, onSeverityOpenChange, onAssume } = props;
  const { milestones } = incident;
  const from = milestones.started?.at ?? milestones.detected?.at ?? incident.declaredAt;
  return (
    <header className="incident-head">
      <Breadcrumbs crumbs={[{ label: "Incidents", to: paths.incidents() }]} />
      <TitleField key={incident.id} incident={incident} mayEdit={mayEdit} />
      <div className="incident-standing">
        <span className="mono incident-reference">{incident.ref}</span>
        <SeverityControl
          incident={incident}
          mayEdit={mayEdit}
          open={severityOpen}
          onOpenChange={onSeverityOpenChange}
        />
        <StateMark state={incident.state} />
        <span className="incident-running">
          <RunningClock from={from} until={incident.resolvedAt} />
        </span>
        <Decides incident={incident} mayEdit={mayEdit} onAssume={onAssume} />
        {incident.kind === "incident" ? null : <Badge>{incidentKindLabels[incident.kind].label}</Badge>}
        {incident.scheduled ? <Badge icon={<CalendarClock aria-hidden="true" />}>Scheduled</Badge> : null}
        {incident.restricted ? (
          <Badge tone="attention" icon={<Lock aria-hidden="true" />}>
            Restricted
          </Badge>
        ) : null}
      </div>
    </header>
  );
}

/** The commander's authority is explicit: who decides is always on the screen. */
function Decides({
  incident,
  mayEdit,
  onAssume,
}: {
  incident: Incident;
  mayEdit: boolean;
  onAssume: () => void;
}) {
  if (incident.decides !== null)
    return (
      <span className="incident-decides">
        <UserRound size={14} aria-hidden="true" />
        <span>
          <strong>{incident.decides.name}</strong> decides
        </span>
      </span>
    );
  const ongoing = incident.state === "open" || incident.state === "mitigated";
  if (!ongoing) return null;
  return mayEdit ? (
    <Button size="small" onClick={onAssume} icon={<UserRound size={14} aria-hidden="true" />}>
      Nobody decides yet: take command
    </Button>
  ) : (
    <span className="incident-decides">Nobody decides yet</span>
  );
}
