import type { JsonValue } from "../db/json.ts";

/** Who does something. A token acts for itself; `personId` names the person it belongs to, when there is one. */
export type Actor =
  | { kind: "person"; personId: string }
  | { kind: "token"; tokenId: string; personId: string | null }
  | { kind: "system"; personId: null };

/** The id stored with the event: the person where there is one, the token otherwise. */
export function actorId(actor: Actor): string | null {
  switch (actor.kind) {
    case "person":
      return actor.personId;
    case "token":
      return actor.tokenId;
    case "system":
      return null;
  }
}

/** Something that happened, as the one who records it says it. */
export interface NewEvent {
  /** `<word>.<past participle>`, for example `incident.declared`. */
  what: string;
  subjectKind: string;
  subjectId: string;
  /** The incident it belongs to, if any. */
  incidentId: string | null;
  /** Who may learn of it: `everyone`, `members`, or `incident:<uuid>` for a restricted one. */
  audience: string;
  /** What changed, before and after. */
  data: JsonValue;
}

/** An event in the log. */
export interface StoredEvent extends NewEvent {
  /** 1, 2, 3 … without a hole, in commit order: whoever has read up to a position has missed nothing before it. */
  position: number;
  /** UUIDv7. */
  id: string;
  /** ISO instant. */
  at: string;
  actorKind: Actor["kind"];
  actorId: string | null;
}

/** Which events a reader may see. `all` is for the system itself. */
export type Audiences = { kind: "all" } | { kind: "list"; audiences: readonly string[] };
