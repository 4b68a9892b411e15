import type {
  CountermeasureKind,
  CountermeasureState,
  EvidenceKind,
  Priority,
  Strength,
} from "@morrow/domain/countermeasures";

import type { NullableJson } from "../json.ts";
import type { Instant } from "../schema.ts";

export interface CountermeasureTable {
  id: string;
  number: number;
  revision: number;
  audience: string;
  title: string;
  body: string;
  state: CountermeasureState;
  kind: CountermeasureKind | null;
  strength: Strength | null;
  owner_id: string | null;
  owner_name: string | null;
  team_id: string | null;
  due_on: string | null;
  priority: Priority | null;
  ticket: string | null;
  reason: string | null;
  evidence: NullableJson<{ kind: EvidenceKind; url: string | null; note: string }>;
  merged_into: string | null;
  created_at: Instant;
  created_by: string | null;
}

export interface CountermeasureSourceTable {
  countermeasure_id: string;
  incident_id: string;
  added_at: Instant;
}

export interface CountermeasureDateTable {
  id: string;
  countermeasure_id: string;
  due_on: string;
  set_at: Instant;
  by: string | null;
}

export interface CountermeasureVoteTable {
  countermeasure_id: string;
  person_id: string;
  effect: number;
  effort: number;
}
