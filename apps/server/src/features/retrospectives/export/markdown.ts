import { type RetrospectiveText, writeMarkdown } from "@morrow/writeups/export";

import type { WholeRetrospective } from "./gather.ts";

/** The whole as one Markdown file that Morrow, and any other reader of Markdown, understands. */
export function asMarkdown(whole: WholeRetrospective): string {
  return writeMarkdown(textOf(whole));
}

function textOf({
  incident,
  retrospective,
  timeline,
  countermeasures,
}: WholeRetrospective): RetrospectiveText {
  const { document, milestones } = retrospective;
  return {
    uuid: retrospective.id,
    title: incident.title,
    ...optional("summary", incident.summary || document.lesson),
    ...optional("severity", incident.severity === null ? undefined : `SEV${incident.severity}`),
    ...optional("owner", retrospective.owner?.name),
    ...optional("facilitator", retrospective.facilitator?.name),
    ...optional("startedAt", milestones.started?.at),
    ...optional("detectedAt", milestones.detected?.at),
    ...optional("resolvedAt", milestones.resolved?.at),
    services: incident.services,
    tags: incident.tags,
    attendees: attendeesOf(retrospective.stakeholders),
    timeline: timeline.map((event) => ({
      instant: event.at,
      precision: event.precision,
      ...optional("end", event.until),
      ...optional("actor", event.actor),
      // A time that could not be understood stays as it was written.
      text: event.at === null && event.given !== null ? `${event.given} ${event.body}` : event.body,
    })),
    contributingFactors: document.factors.map((factor) => factor.text),
    whatWentWell: document.wentWell,
    whatWasConfusing: document.confusing,
    whereWeWereLucky: document.lucky,
    countermeasures: countermeasures
      .filter(({ state }) => state !== "declined" && state !== "superseded")
      .map((countermeasure) => ({
        text: [countermeasure.title, countermeasure.body].filter((part) => part.trim() !== "").join("\n\n"),
        ...optional("owner", countermeasure.owner?.name ?? countermeasure.ownerName),
        ...optional("due", countermeasure.dueOn),
        state: countermeasure.state === "done" || countermeasure.state === "verified" ? "done" : "open",
        ...optional("ticket", countermeasure.ticket),
      })),
    ...optional("narrative", narrativeOf(document, incident.summary !== "")),
  };
}

/** Sections that the common form of a write-up has no place for stay with the narrative, under their own headings. */
function narrativeOf(
  document: WholeRetrospective["retrospective"]["document"],
  summaryIsTaken: boolean,
): string {
  const more = [
    ["Lesson", summaryIsTaken && document.lesson !== "" ? [document.lesson] : []],
    ["How could we detect sooner", document.detectSooner],
    ["How could we recover sooner", document.recoverSooner],
  ] as const;
  const sections = more
    .filter(([, points]) => points.length > 0)
    .map(([heading, points]) => `## ${heading}\n\n${points.map((point) => `- ${point}`).join("\n")}`);
  return [document.narrative, ...sections].filter((text) => text.trim() !== "").join("\n\n");
}

/** One line a person, with all their groups. */
function attendeesOf(stakeholders: WholeRetrospective["retrospective"]["stakeholders"]) {
  const byName = Map.groupBy(stakeholders, (stakeholder) => stakeholder.name);
  return [...byName].map(([name, entries]) => ({
    name,
    role: entries.map((entry) => entry.group).join(", "),
  }));
}

/** A field only where there is something to say. */
function optional<Key extends string>(key: Key, value: string | null | undefined): { [K in Key]?: string } {
  const field: { [K in Key]?: string } = {};
  if (value) field[key] = value;
  return field;
}
