import type { IncidentKind, Milestone, Severity } from "@morrow/domain/incidents";
import type {
  CountermeasureKind,
  CountermeasureState,
  Priority,
  Strength,
} from "@morrow/domain/countermeasures";
import type { RetrospectiveDocument, StakeholderGroup } from "@morrow/domain/retrospectives";
import type { TimelineKind } from "@morrow/domain/timeline";

/** The people of the sample organisation, by first name. */
export const names = ["ada", "ben", "chidi", "dana", "eli", "fatima", "goran"] as const;
export type Name = (typeof names)[number];

/** One line of a timeline. `at` is an ISO instant. */
export interface Moment {
  at: string;
  by: Name;
  kind: TimelineKind;
  milestone?: Milestone;
  text: string;
  starred?: boolean;
}

export interface PlannedCountermeasure {
  title: string;
  body?: string;
  kind: CountermeasureKind;
  strength: Strength;
  priority?: Priority;
  /** Without an owner it stays an idea. */
  owner?: Name;
  dueOn?: string;
  /** A later date that replaced the first one: the slip stays visible. */
  slippedTo?: string;
  state: Extract<CountermeasureState, "idea" | "accepted" | "in_progress" | "done">;
  votes?: Partial<Record<Name, { effect: number; effort: number }>>;
}

/** A failure as the sample organisation lived through it. Everything in it goes through the same rules as a person's work. */
export interface Story {
  title: string;
  kind?: IncidentKind;
  severity: Severity;
  declaredAt: string;
  declaredBy: Name;
  startedAt: string;
  scheduled?: boolean;
  restrictedTo?: Name[];
  services: string[];
  tags: string[];
  team: "Platform" | "Storefront" | "Support";
  summary: string;
  impact: { who: string; howMany: number | null; how: string };
  links?: { kind: "ticket" | "forum" | "document"; url: string; label: string }[];
  commander?: Name;
  moments: Moment[];
  retrospective?: {
    startedAt: string;
    owner: Name;
    facilitator: Name;
    speakers: Partial<Record<StakeholderGroup, Name>>;
    document: RetrospectiveDocument;
    countermeasures: PlannedCountermeasure[];
    /** Left out: still a draft. */
    publishedAt?: string;
  };
}
