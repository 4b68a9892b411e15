import type {
  DocumentSectionId,
  RetrospectiveDocument,
  RetrospectiveState,
  StakeholderGroup,
} from "@morrow/domain/retrospectives";
import type { Generated } from "kysely";

import type { Json, NullableJson } from "../json.ts";
import type { Instant } from "../schema.ts";

export interface RetrospectiveTable {
  id: string;
  incident_id: string;
  audience: string;
  state: RetrospectiveState;
  /** Of the whole row: plan and document change under one number. */
  revision: number;
  document: Json<RetrospectiveDocument>;
  owner_id: string | null;
  facilitator_id: string | null;
  due_on: string | null;
  meeting: NullableJson<{ at: Instant; zone: string; minutes: number; place: string }>;
  stakeholders: Json<{ personId: string | null; name: string; group: StakeholderGroup; because: string }[]>;
  created_at: Instant;
  saved_at: Instant;
  saved_by: string | null;
  published_at: Instant | null;
  published_by: string | null;
  published_revision: number | null;
  read_count: Generated<number>;
}

/** One row a sitting: saves of one person within minutes of each other are one entry of the history. */
export interface RetrospectiveRevisionTable {
  retrospective_id: string;
  number: number;
  document: Json<RetrospectiveDocument>;
  started_at: Instant;
  saved_at: Instant;
  by: string | null;
  note: string | null;
  published: boolean;
}

export interface PerspectiveTable {
  id: string;
  retrospective_id: string;
  person_id: string;
  revision: number;
  saw: string;
  knew: string;
  did: string;
  made_sense: string;
  saved_at: Instant;
}

export interface RetrospectiveCommentTable {
  /** UUIDv7: sorts by when it was written. */
  id: string;
  retrospective_id: string;
  person_id: string;
  revision: number;
  section: DocumentSectionId;
  quote: string;
  body: string;
  reply_to: string | null;
  created_at: Instant;
  saved_at: Instant;
  withdrawn: boolean;
  settled_at: Instant | null;
  settled_by: string | null;
}
