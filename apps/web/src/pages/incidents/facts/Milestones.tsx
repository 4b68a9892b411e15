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
  return (
    <Section title="Milestones">
      <ul className="incident-milestones">
        {order.map((milestone) => {
          const reached = incident.milestones[milestone];
          const settable = mayEdit && milestone !== "closed";
          const { label, description } = milestoneLabels[milestone];
          return (
            <li key={milestone} data-reached={reached !== undefined || undefined}>
              <span className="incident-role-name">
                {label}
                <span className="incident-definition">{description}</span>
              </span>
              <span className="incident-milestone-time">
                {reached !== undefined ? (
                  <>
                    <Time
                      at={reached.at}
                      precision={precisionLabels[reached.precision]}
                      {...(reached.zone === null ? {} : { original: reached.zone })}
                    />
                    {settable ? (
                      <IconButton
                        size="small"
                        label={`Change when it was ${label.toLowerCase()}`}
                        icon={<Pencil size={14} aria-hidden="true" />}
                        onClick={() => onChange(milestone)}
                      />
                    ) : null}
                  </>
                ) : settable ? (
                  <>
                    <Button size="small" onClick={() => onSetNow(milestone)}>
                      <span className="visually-hidden">{label}: </span>
                      Set to now
                    </Button>
                    <IconButton
                      size="small"
                      label={`Give a time for ${label.toLowerCase()}`}
                      icon={<Pencil size={14} aria-hidden="true" />}
                      onClick={() => onChange(milestone)}
                    />
                  </>
                ) : (
                  <span className="quiet">not yet</span>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
