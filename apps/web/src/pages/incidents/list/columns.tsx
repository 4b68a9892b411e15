import type { IncidentBrief } from "@morrow/contract/incidents";
import { incidentKindLabels } from "@morrow/domain/incidents";
import { Lock } from "lucide-react";
import { Badge } from "../../../components/Badge.tsx";
import type { Column } from "../../../components/DataTable.tsx";
import { SeverityMark } from "../../../components/SeverityMark.tsx";
import { StateMark } from "../../../components/StateMark.tsx";
import { Time } from "../../../components/Time.tsx";

export const columns: readonly Column<IncidentBrief>[] = [
  {
    id: "severity",
    header: "Severity",
    width: "4rem",
    cell: ({ severity }) =>
      severity === null ? <span className="quiet">none</span> : <SeverityMark severity={severity} />,
  },
  {
    id: "ref",
    header: "Reference",
    width: "4.75rem",
    cell: ({ ref }) => <span className="mono quiet">{ref}</span>,
  },
  {
    id: "title",
    header: "Title",
    width: "minmax(12rem, 5fr)",
    main: true,
    cell: (incident) => incident.title,
  },
  {
    id: "marks",
    header: "Kind and services",
    width: "minmax(9rem, 3fr)",
    onPhone: "hidden",
    cell: (incident) => <Marks incident={incident} />,
  },
  { id: "state", header: "State", width: "6.5rem", cell: ({ state }) => <StateMark state={state} /> },
  {
    id: "retrospective",
    header: "Retrospective",
    width: "10rem",
    cell: (incident) => <Retrospective incident={incident} />,
  },
  {
    id: "at",
    header: "When",
    width: "9rem",
    cell: ({ at }) => (at === null ? <span className="quiet">no date</span> : <Time at={at} inList />),
  },
];

function Marks({ incident }: { incident: IncidentBrief }) {
  const { kind, services, restricted } = incident;
  const [first, ...more] = services;
  return (
    <span className="incidents-marks">
      {restricted ? (
        <Badge tone="attention" icon={<Lock aria-hidden="true" />}>
          Restricted
        </Badge>
      ) : null}
      {kind === "incident" ? null : (
        <span className="incidents-kind">
          <Badge>{incidentKindLabels[kind].label}</Badge>
        </span>
      )}
      {first === undefined ? null : <Badge>{first}</Badge>}
      {more.length === 0 ? null : <span className="quiet">+{more.length}</span>}
    </span>
  );
}

/** What slips is seen; what is in order is quiet. */
function Retrospective({ incident }: { incident: IncidentBrief }) {
  const { retrospective, state } = incident;
  if (retrospective === null) return state === "resolved" ? <span className="quiet">not started</span> : null;
  if (retrospective.state === "published") return <StateMark state="published" />;
  if (retrospective.overdue)
    return (
      <StateMark state="overdue">{`Overdue${retrospective.dueOn === null ? "" : ` ${retrospective.dueOn}`}`}</StateMark>
    );
  if (retrospective.dueOn !== null) return <StateMark state="due">{`Due ${retrospective.dueOn}`}</StateMark>;
  return <StateMark state="draft" />;
}
