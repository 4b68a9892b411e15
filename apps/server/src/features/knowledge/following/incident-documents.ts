import { documentSections, type RetrospectiveDocument } from "@morrow/domain/retrospectives";
import type { Selectable } from "kysely";

import type { Trx } from "../../../platform/db/index.ts";
import type { IncidentTable } from "../../../platform/db/tables/incidents.ts";
import type { Header, Texts, Wanted } from "./wanted.ts";

export type IncidentForIndex = Selectable<IncidentTable> & { team: string | null };

export interface RetrospectiveForIndex {
  id: string;
  state: "draft" | "published";
  audience: string;
  revision: number;
  published_at: string | null;
}

export async function incidentForIndex(trx: Trx, id: string): Promise<IncidentForIndex | undefined> {
  return trx
    .selectFrom("incident")
    .leftJoin("team", "team.id", "incident.team_id")
    .selectAll("incident")
    .select("team.name as team")
    .where("incident.id", "=", id)
    .executeTakeFirst();
}

/**
 * An incident as it is found. Once its retrospective is published that one speaks for both; while it is a draft, members
 * find the draft and everyone the incident.
 */
export async function incidentDocuments(trx: Trx, incident: IncidentForIndex): Promise<Wanted[]> {
  const retrospective = await trx
    .selectFrom("retrospective")
    .select(["id", "state", "audience", "revision", "published_at"])
    .where("incident_id", "=", incident.id)
    .executeTakeFirst();
  const own: Wanted = {
    header: headerOf(incident, { id: incident.id, kind: "incident", audience: incident.audience }),
    texts: async () => ({ lead: "", text: toldByIncident(incident), factors: [] }),
  };
  if (retrospective === undefined) return [own];
  const review = retrospectiveDocument(trx, incident, retrospective);
  return retrospective.state === "published" ? [review] : [own, review];
}

function retrospectiveDocument(
  trx: Trx,
  incident: IncidentForIndex,
  { id, audience, revision, published_at }: RetrospectiveForIndex,
): Wanted {
  const header = headerOf(incident, { id, kind: "retrospective", audience });
  return {
    header: { ...header, revision: incident.revision + revision, publishedAt: published_at },
    texts: async () => retrospectiveTexts(incident, await documentOf(trx, id)),
  };
}

export async function documentOf(trx: Trx, retrospectiveId: string): Promise<RetrospectiveDocument> {
  const row = await trx
    .selectFrom("retrospective")
    .select("document")
    .where("id", "=", retrospectiveId)
    .executeTakeFirstOrThrow();
  return row.document;
}

/** The lesson leads; factors are fields of their own; a summary that says the same as the lesson is not said twice. */
export function retrospectiveTexts(incident: IncidentForIndex, document: RetrospectiveDocument): Texts {
  const sections = documentSections(document).filter(
    ({ id, text }) => id !== "lesson" && id !== "factors" && text.trim() !== "",
  );
  const parts = sections.map(({ id, label, text }) => (id === "narrative" ? text : `## ${label}\n\n${text}`));
  const told = toldByIncident(incident);
  return {
    lead: document.lesson,
    text: [...parts, document.lesson.includes(told) ? "" : told].filter((part) => part !== "").join("\n\n"),
    factors: document.factors.map((factor) => factor.text),
  };
}

export function toldByIncident({ summary, impact }: Pick<IncidentForIndex, "summary" | "impact">): string {
  const felt = [impact.who, impact.how].filter((text) => text !== "").join(": ");
  return [summary, felt === "" ? "" : `## Impact\n\n${felt}`].filter((text) => text !== "").join("\n\n");
}

export function headerOf(incident: IncidentForIndex, own: Pick<Header, "id" | "kind" | "audience">): Header {
  return {
    ...own,
    incidentId: incident.id,
    title: incident.title,
    severity: incident.severity,
    services: incident.services,
    tags: incident.tags,
    team: incident.team,
    occurredAt: incident.happened_at_known ? incident.happened_at : null,
    publishedAt: null,
    revision: incident.revision,
  };
}

/** Incidents of a team: its name is shown and searched with them. */
export async function incidentsOfTeam(trx: Trx, teamId: string): Promise<string[]> {
  const rows = await trx.selectFrom("incident").select("id").where("team_id", "=", teamId).execute();
  return rows.map((row) => row.id);
}
