import { commandRoleLabels } from "../incidents/labels.ts";
import type { IncidentParts } from "./stakeholders.ts";
import type { StakeholderGroup } from "./vocabulary.ts";

export interface Involvement {
  involved: boolean;
  /** Each a calm phrase that completes "This person …"; empty when not involved. */
  because: string[];
}

export interface InvolvementQuestion extends IncidentParts {
  stakeholders: readonly { personId?: string | null | undefined; group: StakeholderGroup }[];
}

/** Whether a person had a part in the incident. Interest alone is no part. */
export function wasInvolved(personId: string, question: InvolvementQuestion): Involvement {
  const because: string[] = [];
  if (question.declaredBy === personId) because.push("declared the incident");
  for (const held of question.roles) {
    if (held.personId === personId) because.push(`was ${commandRoleLabels[held.role].label.toLowerCase()}`);
  }
  const entries = question.timeline.filter((event) => event.personId === personId).length;
  if (entries > 0)
    because.push(
      entries === 1 ? "acted in one event of the timeline" : `acted in ${entries} events of the timeline`,
    );
  for (const stakeholder of question.stakeholders) {
    if (stakeholder.personId !== personId || stakeholder.group === "interested") continue;
    because.push(`is named among those who ${groupPhrases[stakeholder.group]}`);
  }
  const reasons = [...new Set(because)];
  return { involved: reasons.length > 0, because: reasons };
}

const groupPhrases: Record<Exclude<StakeholderGroup, "interested">, string> = {
  contributed: "contributed",
  identified: "identified it",
  responded: "responded",
  diagnosed: "diagnosed it",
  affected: "were affected",
};

/** A word of advice, or null when there is none to give. */
export function facilitatorAdvice(name: string, involvement: Involvement): string | null {
  if (!involvement.involved) return null;
  return (
    `${name} ${joinPhrases(involvement.because)}. A facilitator who was not involved finds it easier to ask open questions; ` +
    "you may still choose them."
  );
}

function joinPhrases(phrases: readonly string[]): string {
  const last = phrases.at(-1) ?? "";
  return phrases.length < 2 ? last : `${phrases.slice(0, -1).join(", ")} and ${last}`;
}
