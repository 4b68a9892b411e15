import { documentSectionIds, retrospectiveStates, stakeholderGroups } from "@morrow/domain/retrospectives";
import { z } from "zod";
import { duration, impact, milestoneTimes, severity } from "../incidents/schemas.ts";
import { personBrief } from "../people/schemas.ts";
import { date, id, instant, line, longMarkdown, revision, text, zone } from "../scalars.ts";

export const stakeholderGroup = z.enum(stakeholderGroups);

const point = text(10_000);
const points = z.array(point).max(200);

/** What the meeting found, in the words of the people who were there. All texts are Markdown. */
export const retrospectiveDocument = z
  .object({
    /** The one sentence that somebody six months later should read. */
    lesson: text(500),
    narrative: longMarkdown,
    factors: z.array(z.object({ id: line(60), text: point })).max(100),
    /** `from` contributed to `to`; both are factor ids. */
    connections: z.array(z.object({ from: line(60), to: line(60) })).max(500),
    wentWell: points,
    confusing: points,
    lucky: points,
    detectSooner: points,
    recoverSooner: points,
  })
  .meta({ id: "RetrospectiveDocument" });
export type RetrospectiveDocument = z.infer<typeof retrospectiveDocument>;

/** A person of the organisation, or a name from elsewhere. */
export const stakeholder = z
  .object({ person: personBrief.nullable(), name: z.string(), group: stakeholderGroup, because: z.string() })
  .meta({ id: "Stakeholder" });

export const meeting = z
  .object({ at: instant, zone, minutes: z.int().min(15).max(480), place: text(500) })
  .meta({ id: "Meeting" });

export const retrospectiveBrief = z
  .object({
    id,
    incident: z.object({
      id,
      ref: z.string(),
      title: z.string(),
      severity: severity.nullable(),
      restricted: z.boolean(),
    }),
    state: z.enum(retrospectiveStates),
    lesson: z.string(),
    owner: personBrief.nullable(),
    facilitator: personBrief.nullable(),
    dueOn: date.nullable(),
    overdue: z.boolean(),
    meeting: meeting.nullable(),
    publishedAt: instant.nullable(),
    /** How often the published text was opened; never by whom. */
    readCount: z.int(),
    services: z.array(z.string()),
    tags: z.array(z.string()),
  })
  .meta({ id: "RetrospectiveBrief" });
export type RetrospectiveBrief = z.infer<typeof retrospectiveBrief>;

export const retrospective = retrospectiveBrief
  .extend({
    revision,
    document: retrospectiveDocument,
    stakeholders: z.array(stakeholder),
    /** Groups of stakeholders that nobody speaks for yet. */
    missingGroups: z.array(stakeholderGroup),
    facilitatorWarning: z.string().nullable(),
    createdAt: instant,
    savedAt: instant,
    savedBy: personBrief.nullable(),
    publishedRevision: revision.nullable(),
    publishedBy: personBrief.nullable(),
    milestones: milestoneTimes,
    durations: z.array(duration),
    impact,
  })
  .meta({ id: "Retrospective" });
export type Retrospective = z.infer<typeof retrospective>;

export const revisionBrief = z
  .object({
    number: revision,
    savedAt: instant,
    by: personBrief.nullable(),
    note: z.string().nullable(),
    published: z.boolean(),
  })
  .meta({ id: "RevisionBrief" });

export const perspective = z
  .object({
    id,
    person: personBrief,
    revision,
    saw: z.string(),
    knew: z.string(),
    did: z.string(),
    madeSense: z.string(),
    savedAt: instant,
  })
  .meta({ id: "Perspective" });
export type Perspective = z.infer<typeof perspective>;

export const commentSection = z.enum(documentSectionIds);

/** A remark of a reader or writer beside the text. A thread is a comment and its replies. */
export const comment = z
  .object({
    id,
    person: personBrief,
    revision,
    section: commentSection,
    /** The words that it is about, as they stood then; empty when it is about the whole section. */
    quote: z.string(),
    /** Markdown; empty once withdrawn. */
    body: z.string(),
    replyTo: id.nullable(),
    createdAt: instant,
    /** Later than createdAt when its author changed it. */
    savedAt: instant,
    withdrawn: z.boolean(),
    /** Of a thread: who said that nothing is left to do about it. */
    settled: z.object({ at: instant, by: personBrief }).nullable(),
  })
  .meta({ id: "Comment" });
export type Comment = z.infer<typeof comment>;

export const remark = z
  .object({
    ruleId: z.string(),
    severity: z.string(),
    line: z.int(),
    column: z.int(),
    endLine: z.int(),
    endColumn: z.int(),
    text: z.string(),
    message: z.string(),
    question: z.string(),
  })
  .meta({ id: "Remark" });
