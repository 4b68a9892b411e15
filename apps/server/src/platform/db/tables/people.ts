import type { Role, Scope } from "@morrow/domain/people";
import type { Generated } from "kysely";

import type { Instant } from "../schema.ts";

export interface OrganisationTable {
  one: Generated<boolean>;
  name: string;
  created_at: Instant;
}

export interface PersonTable {
  id: string;
  email: string;
  name: string;
  role: Role;
  active: boolean;
  /** argon2id in PHC string form; null until the person chose one. */
  password_hash: string | null;
  created_at: Instant;
  last_seen_on: string | null;
}

export interface TeamTable {
  id: string;
  name: string;
  created_at: Instant;
}

export interface TeamMemberTable {
  team_id: string;
  person_id: string;
}

export interface SessionTable {
  /** SHA-256 of the secret; the secret itself is only in the cookie. */
  secret_hash: string;
  person_id: string;
  created_at: Instant;
  expires_at: Instant;
}

export interface TokenTable {
  id: string;
  secret_hash: string;
  person_id: string;
  name: string;
  scopes: Scope[];
  created_at: Instant;
  expires_at: Instant | null;
  last_used_on: string | null;
}

export interface InvitationTable {
  id: string;
  secret_hash: string;
  email: string | null;
  role: Role;
  created_at: Instant;
  expires_at: Instant;
  invited_by: string;
  accepted_by: string | null;
}
