import { commandRoles, incidentKinds, incidentStates, linkKinds, milestones } from "@morrow/domain/incidents";
import { z } from "zod";
import { personBrief } from "../people/schemas.ts";
import { id, instant, line, markdown, revision, tag, text, url } from "../scalars.ts";

export const severity = z.union(
  [z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)],
  "Please choose SEV1 to SEV5.",
);
/** In query strings: `1` or `SEV1`. */
export const severityText = z
  .string()
  .regex(/^(sev)?[1-5]$/i, "Please choose SEV1 to SEV5.")
  .transform((value): 1 | 2 | 3 | 4 | 5 => severity.parse(Number(value.slice(-1))));
export const incidentKind = z.enum(incidentKinds);
export const incidentState = z.enum(incidentStates);
export const milestone = z.enum(milestones);
export const commandRole = z.enum(commandRoles);

/** INC-142, or the incident's uuid. */
export const incidentRef = z.object({ ref: z.string().max(60) });

export const impact = z
  .object({
    /** Who was affected: "shoppers in Europe". */
    who: text(500).default(""),
    /** How many, when known. */
    howMany: z.int().min(0).max(10_000_000_000).nullable().default(null),
    /** How they were affected: "could not pay". */
    how: text(2_000).default(""),
  })
  .meta({ id: "Impact" });
export type Impact = z.infer<typeof impact>;

export const link = z
  .object({ kind: z.enum(linkKinds), url, label: text(200).default("") })
  .meta({ id: "Link" });
export type Link = z.infer<typeof link>;

const milestoneTime = z.object({
  at: instant,
  zone: z.string().nullable(),
  precision: z.enum(["day", "hour", "minute", "second"]),
  eventId: id,
});
export const milestoneTimes = z.partialRecord(milestone, milestoneTime).meta({ id: "Milestones" });
export type MilestoneTimes = z.infer<typeof milestoneTimes>;

export const duration = z
  .object({
    id: z.string(),
    label: z.string(),
    definition: z.string(),
    from: milestone,
    to: milestone,
    seconds: z.number().nullable(),
  })
  .meta({ id: "Duration" });

export const roleAssignment = z
  .object({
    id,
    role: commandRole,
    audience: z.string().nullable(),
    person: personBrief,
    assumedAt: instant,
    relinquishedAt: instant.nullable(),
    handover: z.string().nullable(),
  })
  .meta({ id: "RoleAssignment" });
export type RoleAssignment = z.infer<typeof roleAssignment>;

export const incidentBrief = z
  .object({
    id,
    ref: z.string(),
    title: z.string(),
    kind: incidentKind,
    severity: severity.nullable(),
    state: incidentState,
    scheduled: z.boolean(),
    services: z.array(z.string()),
    tags: z.array(z.string()),
    team: z.object({ id, name: z.string() }).nullable(),
    restricted: z.boolean(),
    /** When it started, or else when it was declared; null when only a write-up without times exists. */
    at: instant.nullable(),
    resolvedAt: instant.nullable(),
    retrospective: z
      .object({ state: z.enum(["draft", "published"]), dueOn: z.string().nullable(), overdue: z.boolean() })
      .nullable(),
  })
  .meta({ id: "IncidentBrief" });
export type IncidentBrief = z.infer<typeof incidentBrief>;

export const incident = incidentBrief
  .extend({
    revision,
    /** Markdown; a few sentences. */
    summary: z.string(),
    impact,
    links: z.array(link),
    milestones: milestoneTimes,
    durations: z.array(duration),
    severityHistory: z.array(
      z.object({ severity, at: instant, by: personBrief.nullable(), reason: z.string() }),
    ),
    roles: z.array(roleAssignment),
    /** The commander's authority is explicit: who decides now. */
    decides: personBrief.nullable(),
    declaredAt: instant,
    declaredBy: personBrief.nullable(),
    access: z
      .object({ people: z.array(personBrief), teams: z.array(z.object({ id, name: z.string() })) })
      .nullable(),
    waiver: z.object({ by: personBrief, at: instant, reason: z.string() }).nullable(),
    retrospectiveRequired: z.boolean(),
    /** The write-up it was imported from, and what was left open. */
    writeup: z
      .object({
        id,
        path: z.string(),
        url: z.string().nullable(),
        questions: z.array(z.object({ id: z.string(), line: z.int(), sentence: z.string() })),
      })
      .nullable(),
  })
  .meta({ id: "Incident" });
export type Incident = z.infer<typeof incident>;

/** What a person may change at any time. */
export const incidentFields = z.object({
  title: line(200),
  kind: incidentKind,
  summary: markdown,
  scheduled: z.boolean(),
  services: z.array(tag).max(50),
  tags: z.array(tag).max(50),
  teamId: id.nullable(),
  impact,
  links: z.array(link).max(100),
});
