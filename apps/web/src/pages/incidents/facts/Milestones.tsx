import type { Incident } from "@morrow/contract/incidents";
import { milestoneLabels, milestones as order, type Milestone } from "@morrow/domain/incidents";
import { precisionLabels } from "@morrow/domain/timeline";
import { Pencil } from "lucide-react";
import { Button } from "../../../components/Button.tsx";
import { IconButton } from "../../../components/IconButton.tsx";
import { Time } from "../../../components/Time.tsx";
import { Section } from "./Section.tsx";

export interface MilestonesProps {
  readonly incident: Incident;
  readonly mayEdit: boolean;
  /** Written as an entry of the timeline, like everything else. */
  readonly onSetNow: (milestone: Milestone) => void;
  readonly onChange: (milestone: Milestone) => void;
}

/** Each time with a meaning, and its meaning. */
export function Milestones({ incident, mayEdit, onSetNow, onChange }: MilestonesProps) {
  // Later the time is a memory, and is given with the pencil.
  const ongoing = incident.state === "open" || incident.state === "mitigated";
  return (
    <Section title="Milestones">
      <ul className="incident-milestones">
        {order.map((milestone) => {
          const reached = incident.milestones[milestone];
          const settable = mayEdit && milestone !== "closed";
          const { label, description } = milestoneLabels[milestone];
          return (
            <li key={milestone} data-reached={reached !== undefined || undefined}>
              <span>{label}</span>
              <span className="incident-milestone-time">
                {reached !== undefined ? (
                  <Time
                    at={reached.at}
                    precision={precisionLabels[reached.precision]}
                    {...(reached.zone === null ? {} : { original: reached.zone })}
                  />
                ) : settable && ongoing ? (
                  <Button
                    size="small"
                    onClick={(event) => {
                      focusBehind(event.currentTarget);
                      onSetNow(milestone);
                    }}
                  >
                    <span className="visually-hidden">{label}: </span>
                    Set to now
                  </Button>
                ) : (
                  <span className="quiet">{ongoing ? "not yet" : "no time given"}</span>
                )}
                {settable ? (
                  <IconButton
                    size="small"
                    label={
                      reached === undefined
                        ? `Give a time for ${label.toLowerCase()}`
                        : `Change when it was ${label.toLowerCase()}`
                    }
                    icon={<Pencil size={14} aria-hidden="true" />}
                    onClick={() => onChange(milestone)}
                  />
                ) : null}
              </span>
              <span className="incident-definition">{description}</span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/** The button gives way to the time it has set; whoever pressed it goes on from the one that stays. */
function focusBehind(button: Element): void {
  const next = button.nextElementSibling;
  if (next instanceof HTMLElement) next.focus();
}
