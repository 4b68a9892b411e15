import type { Incident, RoleAssignment } from "@morrow/contract/incidents";
import { linkKindLabels, type CommandRole, type Milestone } from "@morrow/domain/incidents";
import { ExternalLink } from "lucide-react";
import { Link } from "react-router";
import { Badge } from "../../../components/Badge.tsx";
import { Button } from "../../../components/Button.tsx";
import { Duration } from "../../../components/Duration.tsx";
import { Markdown } from "../../../components/Markdown.tsx";
import { Time } from "../../../components/Time.tsx";
import { paths } from "../../../paths.ts";
import "./Facts.css";
import { Milestones } from "./Milestones.tsx";
import { Roles } from "./Roles.tsx";
import { Section } from "./Section.tsx";

export interface FactsProps {
  readonly incident: Incident;
  readonly mayEdit: boolean;
  readonly mayRestrict: boolean;
  readonly onAssume: (role: CommandRole) => void;
  readonly onHandOver: (assignment: RoleAssignment) => void;
  readonly onSetNow: (milestone: Milestone) => void;
  readonly onMilestone: (milestone: Milestone) => void;
  readonly onEdit: () => void;
  readonly onAccess: () => void;
  readonly onHistory: () => void;
}

/** What is known, in the order in which it is asked at three in the morning. */
export function Facts(props: FactsProps) {
  const { incident, mayEdit, mayRestrict, onEdit, onAccess, onHistory } = props;
  const edit = mayEdit ? (
    <Button size="small" kind="quiet" onClick={onEdit} aria-keyshortcuts="e">
      Edit
    </Button>
  ) : undefined;
  return (
    <div className="incident-facts">
      <Roles incident={incident} mayEdit={mayEdit} onAssume={props.onAssume} onHandOver={props.onHandOver} />
      <Milestones
        incident={incident}
        mayEdit={mayEdit}
        onSetNow={props.onSetNow}
        onChange={props.onMilestone}
      />
      <Section title="Durations">
        <dl className="incident-durations">
          {incident.durations.map((duration) => (
            <div key={duration.id}>
              <dt>{duration.label}</dt>
              <dd>
                {duration.seconds === null ? (
                  <span className="quiet">not known</span>
                ) : (
                  <Duration ms={duration.seconds * 1000} />
                )}
              </dd>
              <dd className="incident-definition">{duration.definition}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title="About it" action={edit}>
        <About incident={incident} />
      </Section>
      <Section
        title="Access"
        action={
          mayRestrict ? (
            <Button size="small" kind="quiet" onClick={onAccess}>
              Change
            </Button>
          ) : undefined
        }
      >
        <p>{accessText(incident)}</p>
      </Section>
      <Section title="Record">
        <p className="quiet">
          Declared <Time at={incident.declaredAt} />
          {incident.declaredBy === null ? "" : ` by ${incident.declaredBy.name}`}
        </p>
        {incident.writeup === null ? null : (
          <p className="quiet">
            Imported from{" "}
            {incident.writeup.url === null ? (
              incident.writeup.path
            ) : (
              <a href={incident.writeup.url}>{incident.writeup.path}</a>
            )}
          </p>
        )}
        <Button size="small" onClick={onHistory}>
          Show all changes
        </Button>
      </Section>
    </div>
  );
}

function About({ incident }: { incident: Incident }) {
  const { impact, services, tags, team, links, summary } = incident;
  const affected = [
    impact.who,
    impact.howMany === null ? "" : impact.howMany.toLocaleString("en"),
    impact.how,
  ].filter(Boolean);
  return (
    <dl className="incident-about">
      <Fact name="Summary">{summary.trim() === "" ? null : <Markdown source={summary} />}</Fact>
      <Fact name="Impact">{affected.length === 0 ? null : affected.join(" · ")}</Fact>
      <Fact name="Services">
        {services.length === 0 ? null : (
          <span className="cluster">
            {services.map((service) => (
              <Link key={service} className="incident-chip" to={paths.incidents({ service })}>
                <Badge>{service}</Badge>
              </Link>
            ))}
          </span>
        )}
      </Fact>
      <Fact name="Tags">
        {tags.length === 0 ? null : (
          <span className="cluster">
            {tags.map((tag) => (
              <Link key={tag} className="incident-chip" to={paths.incidents({ tag })}>
                <Badge>{tag}</Badge>
              </Link>
            ))}
          </span>
        )}
      </Fact>
      <Fact name="Team">
        {team === null ? null : <Link to={paths.incidents({ team: team.id })}>{team.name}</Link>}
      </Fact>
      <Fact name="Links">
        {links.length === 0 ? null : (
          <ul className="stack-tight">
            {links.map((link) => (
              <li key={link.url}>
                <a className="incident-evidence-link" href={link.url} target="_blank" rel="noreferrer">
                  <ExternalLink size={14} aria-hidden="true" />
                  {link.label === "" ? `${linkKindLabels[link.kind]}: ${new URL(link.url).host}` : link.label}
                </a>
              </li>
            ))}
          </ul>
        )}
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children ?? <span className="quiet">not said yet</span>}</dd>
    </div>
  );
}

function accessText(incident: Incident): string {
  if (!incident.restricted || incident.access === null) return "Everybody in the organisation can see it.";
  const named = [...incident.access.people, ...incident.access.teams].map(({ name }) => name);
  return named.length === 0
    ? "Restricted: only administrators and leads can see it."
    : `Restricted to ${named.join(", ")}, and those who administer Morrow.`;
}
