import { commandRoleLabels } from "../incidents/labels.ts";
import type { CommandRole } from "../incidents/vocabulary.ts";
import type { Described } from "../described.ts";
import type { TimelineKind, TimelineSource } from "../timeline/vocabulary.ts";
import { stakeholderGroups, type StakeholderGroup } from "./vocabulary.ts";

export const groupDescriptions: Record<StakeholderGroup, Described> = {
  contributed: { label: "Contributed", description: "Their decisions or changes were among the conditions." },
  identified: { label: "Identified", description: "They noticed it or named it." },
  responded: { label: "Responded", description: "They acted, decided or told others while it went on." },
  diagnosed: { label: "Diagnosed", description: "They worked out what was going on." },
  affected: { label: "Affected", description: "They, or those they speak for, felt it." },
  interested: { label: "Interested", description: "They want to learn from it." },
};

/** Groups that nobody speaks for yet, in the usual order. */
export function missingGroups(stakeholders: readonly { group: StakeholderGroup }[]): StakeholderGroup[] {
  const present = new Set(stakeholders.map((stakeholder) => stakeholder.group));
  return stakeholderGroups.filter((group) => !present.has(group));
}

/** One event as far as it says who had a part in it. */
export interface ActedEvent {
  kind: TimelineKind;
  source?: TimelineSource | undefined;
  /** Who acted, when that person is known to the organisation. */
  personId?: string | null | undefined;
  /** Who acted, in words. */
  actor?: string | null | undefined;
}

export interface HeldRole {
  personId: string;
  role: CommandRole;
}

export interface IncidentParts {
  timeline: readonly ActedEvent[];
  roles: readonly HeldRole[];
  /** Person id; null when nobody is known to have declared it. */
  declaredBy: string | null;
}

/** Either a known person or a name from the timeline. */
export interface ProposedStakeholder {
  personId?: string;
  name?: string;
  group: StakeholderGroup;
  because: string;
}

type Part = { group: StakeholderGroup; because: string };

/** Who might be asked, by what the timeline and the roles say. A proposal; people decide. */
export function proposeStakeholders({ timeline, roles, declaredBy }: IncidentParts): ProposedStakeholder[] {
  const proposals = new Map<string, ProposedStakeholder & { reasons: Set<string> }>();
  const propose = (who: { personId: string } | { name: string }, { group, because }: Part): void => {
    const key = JSON.stringify([who, group]);
    const known = proposals.get(key) ?? { ...who, group, because: "", reasons: new Set<string>() };
    known.reasons.add(because);
    proposals.set(key, known);
  };
  if (declaredBy !== null)
    propose({ personId: declaredBy }, { group: "identified", because: "declared the incident" });
  for (const { personId, role } of roles) {
    propose(
      { personId },
      { group: "responded", because: `was ${commandRoleLabels[role].label.toLowerCase()}` },
    );
  }
  for (const event of timeline) {
    const part = partOf(event);
    const who = actorOf(event);
    if (part !== null && who !== null) propose(who, part);
  }
  return [...proposals.values()].map(({ reasons, ...proposal }) => ({
    ...proposal,
    because: [...reasons].join("; "),
  }));
}

function actorOf({ personId, actor, source }: ActedEvent): { personId: string } | { name: string } | null {
  if (personId) return { personId };
  // Alerts, deploys and experiments name machines.
  if (source === "alert" || source === "deploy" || source === "experiment") return null;
  const name = actor?.trim() ?? "";
  return name === "" ? null : { name };
}

function partOf({ kind, source }: ActedEvent): Part | null {
  if (source === "deploy") return { group: "contributed", because: "made a change that is on the timeline" };
  switch (kind) {
    case "detection":
      return { group: "identified", because: "noticed a sign of it" };
    case "hypothesis":
      return { group: "diagnosed", because: "offered a hypothesis" };
    case "investigation":
      return { group: "diagnosed", because: "looked into it" };
    case "action":
      return { group: "responded", because: "acted on the system" };
    case "decision":
      return { group: "responded", because: "took a decision" };
    case "communication":
      return { group: "responded", because: "kept others informed" };
    case "effect":
    case "milestone":
    case "note":
      return null;
  }
}
