import type { ColumnType, Generated } from "kysely";

import type { Json, NullableJson } from "./json.ts";
import type * as countermeasures from "./tables/countermeasures.ts";
import type * as incidents from "./tables/incidents.ts";
import type * as knowledge from "./tables/knowledge.ts";
import type * as people from "./tables/people.ts";
import type * as retrospectives from "./tables/retrospectives.ts";
import type * as writeups from "./tables/writeups.ts";

/** ISO instant with Z, as `Date#toISOString` writes it. */
export type Instant = string;

/** Written at most by one statement and never changed by another. */
type Fixed<T> = ColumnType<T, T, never>;

export interface EventTable {
  /** 1, 2, 3 … without a hole, in commit order. */
  position: Fixed<number>;
  id: Fixed<string>;
  at: Fixed<Instant>;
  actor_kind: Fixed<string>;
  actor_id: Fixed<string | null>;
  what: Fixed<string>;
  subject_kind: Fixed<string>;
  subject_id: Fixed<string>;
  incident_id: Fixed<string | null>;
  /** Changed only by `changeEventAudience`, when an incident is restricted or opened. */
  audience: string;
  data: Json;
}

/** One row: the position of the newest event. Its row lock orders the commits of all processes. */
export interface EventHeadTable {
  one: Generated<boolean>;
  position: number;
}

export interface EventFollowerTable {
  name: string;
  /** The last position whose effects are stored. */
  position: number;
  updated_at: Instant;
}

export interface IdempotencyTable {
  actor: Fixed<string>;
  key: Fixed<string>;
  fingerprint: Fixed<string>;
  result: NullableJson;
  at: Instant;
}

/**
 * Every table, as rows look to Kysely. Read types are what `row-types.ts` makes of a column:
 * timestamptz and date are strings, int8 is a number, jsonb is parsed.
 */
export interface Tables {
  event: EventTable;
  event_head: EventHeadTable;
  event_follower: EventFollowerTable;
  idempotency: IdempotencyTable;

  organisation: people.OrganisationTable;
  person: people.PersonTable;
  team: people.TeamTable;
  team_member: people.TeamMemberTable;
  session: people.SessionTable;
  token: people.TokenTable;
  invitation: people.InvitationTable;

  counter: incidents.CounterTable;
  policy: incidents.PolicyTable;
  incident: incidents.IncidentTable;
  incident_severity: incidents.IncidentSeverityTable;
  incident_role: incidents.IncidentRoleTable;
  incident_access: incidents.IncidentAccessTable;
  timeline_event: incidents.TimelineEventTable;
  attachment: incidents.AttachmentTable;

  retrospective: retrospectives.RetrospectiveTable;
  retrospective_revision: retrospectives.RetrospectiveRevisionTable;
  perspective: retrospectives.PerspectiveTable;
  retrospective_comment: retrospectives.RetrospectiveCommentTable;

  countermeasure: countermeasures.CountermeasureTable;
  countermeasure_source: countermeasures.CountermeasureSourceTable;
  countermeasure_date: countermeasures.CountermeasureDateTable;
  countermeasure_vote: countermeasures.CountermeasureVoteTable;

  writeup_file: writeups.WriteupFileTable;
  writeup: writeups.WriteupTable;

  knowledge_document: knowledge.KnowledgeDocumentTable;
  knowledge_content: knowledge.KnowledgeContentTable;
  knowledge_vector: knowledge.KnowledgeVectorTable;
  knowledge_term: knowledge.KnowledgeTermTable;
  knowledge_word: knowledge.KnowledgeWordTable;
  knowledge_posting: knowledge.KnowledgePostingTable;
  knowledge_statistics: knowledge.KnowledgeStatisticsTable;
}
