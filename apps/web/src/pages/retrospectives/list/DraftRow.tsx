import type { RetrospectiveBrief } from "@morrow/contract/retrospectives";
import { Link } from "react-router";
import { Avatar } from "../../../components/Avatar.tsx";
import { Badge } from "../../../components/Badge.tsx";
import { SeverityMark } from "../../../components/SeverityMark.tsx";
import { Time } from "../../../components/Time.tsx";
import { paths } from "../../../paths.ts";
import { DueMark } from "../DueMark.tsx";

export function DraftRow({ retrospective }: { retrospective: RetrospectiveBrief }) {
  const { incident, owner, meeting } = retrospective;
  return (
    <li className="retro-draft">
      <span className="mono quiet">{incident.ref}</span>
      <div className="retro-draft-main">
        <Link to={paths.editRetrospective(incident.ref)} className="retro-draft-link">
          {incident.title}
        </Link>
        <div className="retro-draft-facts">
          <DueMark retrospective={retrospective} />
          {incident.severity === null ? null : <SeverityMark severity={incident.severity} />}
          {incident.restricted ? <Badge>restricted</Badge> : null}
          {owner === null ? (
            <span className="quiet">nobody owns it yet</span>
          ) : (
            <Avatar name={owner.name} size="small" named />
          )}
          {meeting === null ? null : (
            <span className="quiet">
              meets <Time at={meeting.at} zone={meeting.zone} zoneShown inList />
            </span>
          )}
        </div>
      </div>
    </li>
  );
}
