import type { RetrospectiveBrief } from "@morrow/contract/retrospectives";
import { Link } from "react-router";
import { SeverityMark } from "../../../components/SeverityMark.tsx";
import { Time } from "../../../components/Time.tsx";
import { paths } from "../../../paths.ts";

/** The lesson first: it is what somebody in a hurry takes away. */
export function PublishedCard({ retrospective }: { retrospective: RetrospectiveBrief }) {
  const { incident, lesson, services, tags, publishedAt, readCount } = retrospective;
  return (
    <li className="retro-list-card">
      <Link to={paths.retrospective(incident.ref)} className="retro-list-link">
        {lesson.trim() === "" ? incident.title : lesson}
      </Link>
      {lesson.trim() === "" ? null : <p>{incident.title}</p>}
      <p className="retro-list-facts">
        <span className="mono">{incident.ref}</span>
        {incident.severity === null ? null : <SeverityMark severity={incident.severity} />}
        {publishedAt === null ? null : <Time at={publishedAt} show="date" inList />}
        {services.slice(0, 3).map((service) => (
          <Link key={service} to={paths.retrospectives({ service })}>
            {service}
          </Link>
        ))}
        {tags.slice(0, 4).map((tag) => (
          <Link key={tag} to={paths.retrospectives({ tag })}>
            #{tag}
          </Link>
        ))}
        {readCount === 0 ? null : (
          <span>{readCount === 1 ? "read once" : `read ${readCount.toLocaleString("en")} times`}</span>
        )}
      </p>
    </li>
  );
}
