import type { Incident, RoleAssignment } from "@morrow/contract/incidents";
import { commandRoleLabels, commandRoles, type CommandRole } from "@morrow/domain/incidents";
import { Avatar } from "../../../components/Avatar.tsx";
import { Button } from "../../../components/Button.tsx";
import { Time } from "../../../components/Time.tsx";
import { Section } from "./Section.tsx";

export interface RolesProps {
  readonly incident: Incident;
  readonly mayEdit: boolean;
  readonly onAssume: (role: CommandRole) => void;
  readonly onHandOver: (assignment: RoleAssignment) => void;
}

/** Who does what. While it goes on, roles that nobody holds stand there too, because what is missing is worth seeing; afterwards only
    those that were held. What a role is for is said where it is held and where it is assumed. */
export function Roles({ incident, mayEdit, onAssume, onHandOver }: RolesProps) {
  const active = incident.roles.filter(({ relinquishedAt }) => relinquishedAt === null);
  const earlier = incident.roles.filter(({ relinquishedAt }) => relinquishedAt !== null);
  const ongoing = incident.state === "open" || incident.state === "mitigated";
  const shownRoles = commandRoles.filter((role) => ongoing || active.some((held) => held.role === role));
  return (
    <Section title="Command">
      {shownRoles.length === 0 ? <p className="quiet">Nobody took a role.</p> : null}
      <ul className="incident-roles">
        {shownRoles.map((role) => {
          const holders = active.filter((assignment) => assignment.role === role);
          return (
            <li key={role}>
              <span className="incident-role-name">
                {commandRoleLabels[role].label}
                {holders.length === 0 ? null : (
                  <span className="incident-definition">{commandRoleLabels[role].description}</span>
                )}
              </span>
              {holders.map((assignment) => (
                <span key={assignment.id} className="incident-role-holder">
                  <Avatar name={assignment.person.name} size="small" />
                  <span>
                    {assignment.person.name}
                    <span className="incident-definition">
                      {assignment.audience === null ? "" : `for ${assignment.audience}, `}since{" "}
                      <Time at={assignment.assumedAt} show="time" />
                    </span>
                  </span>
                  {mayEdit ? (
                    <Button size="small" kind="quiet" onClick={() => onHandOver(assignment)}>
                      Hand over
                    </Button>
                  ) : null}
                </span>
              ))}
              {mayEdit && ongoing && (holders.length === 0 || role === "liaison_officer") ? (
                <Button size="small" kind="quiet" className="incident-assume" onClick={() => onAssume(role)}>
                  {holders.length === 0 ? "Assume" : "Add another"}
                  <span className="visually-hidden"> {commandRoleLabels[role].label}</span>
                </Button>
              ) : holders.length === 0 ? (
                <span className="quiet">nobody</span>
              ) : null}
            </li>
          );
        })}
      </ul>
      {earlier.length === 0 ? null : (
        <details className="incident-more">
          <summary>Who held them before</summary>
          <ul className="stack-tight">
            {earlier.map((assignment) => (
              <li key={assignment.id}>
                {commandRoleLabels[assignment.role].label}: {assignment.person.name},{" "}
                <Time at={assignment.assumedAt} show="time" />–
                {assignment.relinquishedAt === null ? (
                  ""
                ) : (
                  <Time at={assignment.relinquishedAt} show="time" />
                )}
                {assignment.handover === null ? null : (
                  <p className="incident-quote">{assignment.handover}</p>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}
