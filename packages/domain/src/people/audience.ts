import type { Viewer } from "./permissions.ts";
import { atLeast } from "./roles.ts";

/**
 * Who may see a row. Every row that a person can reach by list, read, search, stream, export or notification
 * carries exactly one audience, and every query filters by the viewer's audiences: permission is part of the query.
 *
 * - `everyone`: all signed-in people (open incidents, published retrospectives)
 * - `members`: members and above (drafts of retrospectives)
 * - `incident:<uuid>`: the people and teams named on a restricted incident, and administrators
 */
export type Audience = "everyone" | "members" | `incident:${string}`;

/** The rows a viewer may see. `all` is an administrator's. */
export type Audiences = { kind: "all" } | { kind: "list"; audiences: readonly Audience[] };

/**
 * @param grantedIncidentIds restricted incidents that name this person or one of their teams
 */
export function audiencesOf(viewer: Viewer, grantedIncidentIds: readonly string[]): Audiences {
  if (viewer.role === "admin") return { kind: "all" };
  const open: Audience[] = atLeast(viewer.role, "member") ? ["everyone", "members"] : ["everyone"];
  const restricted = grantedIncidentIds.map((id): Audience => `incident:${id}`);
  return { kind: "list", audiences: [...open, ...restricted] };
}

export function maySee(audiences: Audiences, audience: Audience): boolean {
  return audiences.kind === "all" || audiences.audiences.includes(audience);
}

/** The audience of an incident and of its timeline. */
export function incidentAudience(incident: { id: string; restricted: boolean }): Audience {
  return incident.restricted ? `incident:${incident.id}` : "everyone";
}

/** A draft is for members; publishing shows it to everyone, unless its incident is restricted. */
export function retrospectiveAudience(
  incident: { id: string; restricted: boolean },
  state: "draft" | "published",
): Audience {
  if (incident.restricted) return `incident:${incident.id}`;
  return state === "published" ? "everyone" : "members";
}

/** An incident that asked for a countermeasure, as far as it decides who may see that countermeasure. */
export interface AskingIncident {
  id: string;
  restricted: boolean;
  /** Whether its retrospective is published. */
  published: boolean;
}

/**
 * A restricted source restricts the whole countermeasure, whose words come from it. Else it is for members while
 * every retrospective that asks for it is a draft, and for everyone as soon as one is published.
 *
 * Two restricted sources name two lists of people and nobody is known to be on both: only administrators, who see
 * everything, see that one.
 */
export function countermeasureAudience(sources: readonly AskingIncident[]): Audience {
  const restricted = [...new Set(sources.filter((source) => source.restricted).map((source) => source.id))];
  if (restricted.length > 0) return `incident:${restricted.toSorted().join("+")}`;
  return sources.some((source) => source.published) ? "everyone" : "members";
}
