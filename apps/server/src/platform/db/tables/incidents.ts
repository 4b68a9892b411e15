import type { CommandRole, IncidentKind, IncidentState, Milestone, Severity } from "@morrow/domain/incidents";
import type { Policy } from "@morrow/domain/policy";
import type { Precision, TimelineKind, TimelineSource } from "@morrow/domain/timeline";

import type { Json, NullableJson } from "../json.ts";
import type { Instant } from "../schema.ts";

export interface CounterTable {
  /** INC or CM. */
  name: string;
  last: number;
}

export interface PolicyTable {
  version: number;
  /** As it was put in force; templates came later. */
  policy: Json<Omit<Policy, "templates"> & Partial<Pick<Policy, "templates">>>;
  at: Instant;
  by: string | null;
  note: string;
}

export interface IncidentTable {
  id: string;
  number: number;
  revision: number;
  title: string;
  kind: IncidentKind;
  severity: Severity | null;
  /** Derived from the milestones when they change; kept for lists. */
  state: IncidentState;
  scheduled: boolean;
  services: string[];
  tags: string[];
  team_id: string | null;
  summary: string;
  impact: Json<{ who: string; howMany: number | null; how: string }>;
  links: Json<{ kind: string; url: string; label: string }[]>;
  restricted: boolean;
  audience: string;
  declared_at: Instant;
  declared_by: string | null;
  /** Times of the current milestone events, kept for lists and durations. */
  milestones: Json<
    Partial<Record<Milestone, { at: Instant; zone: string | null; precision: Precision; eventId: string }>>
  >;
  /** When it started, or else when it was declared; lists are ordered by it. */
  happened_at: Instant;
  /** False when only a write-up without times exists and `happened_at` is the time of import. */
  happened_at_known: boolean;
  resolved_at: Instant | null;
  waiver: NullableJson<{ by: string; at: Instant; reason: string }>;
}

export interface IncidentSeverityTable {
  id: string;
  incident_id: string;
  severity: Severity;
  at: Instant;
  by: string | null;
  reason: string;
}

export interface IncidentRoleTable {
  id: string;
  incident_id: string;
  role: CommandRole;
  /** Liaison officers speak for one audience each. */
  audience: string | null;
  person_id: string;
  assumed_at: Instant;
  relinquished_at: Instant | null;
  handover: string | null;
}

/** Who may see a restricted incident: one row a person or team. */
export interface IncidentAccessTable {
  incident_id: string;
  person_id: string | null;
  team_id: string | null;
}

export interface TimelineEventTable {
  id: string;
  incident_id: string;
  at: Instant | null;
  until: Instant | null;
  zone: string | null;
  precision: Precision;
  given: string | null;
  source: TimelineSource;
  kind: TimelineKind;
  milestone: Milestone | null;
  actor: string | null;
  body: string;
  evidence: Json<unknown[]>;
  starred: boolean;
  recorded_at: Instant;
  recorded_by: string | null;
  /** Order within one import, where times are equal or missing. */
  given_order: number;
  supersedes: string | null;
  superseded_by: string | null;
  withdrawn: NullableJson<{ reason: string; by: string | null; at: Instant }>;
  /** Log position of the last change is the event's; this is the row's revision. */
  revision: number;
}

export interface AttachmentTable {
  id: string;
  incident_id: string;
  audience: string;
  type: string;
  size: number;
  width: number | null;
  height: number | null;
  sha256: string;
  bytes: Buffer;
  name: string | null;
  created_at: Instant;
  created_by: string | null;
}
