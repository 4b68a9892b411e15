import { precisions, timelineKinds, timelineSources } from "@morrow/domain/timeline";
import { z } from "zod";
import { milestone } from "../incidents/schemas.ts";
import { personBrief } from "../people/schemas.ts";
import { id, instant, revision, text, url, zone } from "../scalars.ts";

export const timelineKind = z.enum(timelineKinds);
export const timelineSource = z.enum(timelineSources);
export const precision = z.enum(precisions);

export const evidence = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("link"), url, label: text(200).default("") }),
    z.object({ kind: z.literal("image"), attachmentId: id, label: text(200).default("") }),
    z.object({
      kind: z.literal("metric"),
      label: text(200),
      value: text(200),
      url: url.nullable().default(null),
    }),
  ])
  .meta({ id: "Evidence" });
export type Evidence = z.infer<typeof evidence>;

export const timelineEvent = z
  .object({
    id,
    /** Null when a write-up gives no date that could be understood; `given` then says what stood there. */
    at: instant.nullable(),
    /** End of a range ("10:00–10:15"). */
    until: instant.nullable(),
    /** The zone it was given in, when known. */
    zone: z.string().nullable(),
    precision,
    /** The time exactly as it was written. */
    given: z.string().nullable(),
    source: timelineSource,
    kind: timelineKind,
    milestone: milestone.nullable(),
    /** Who or what acted, in words. */
    actor: z.string().nullable(),
    body: z.string(),
    evidence: z.array(evidence),
    starred: z.boolean(),
    recordedAt: instant,
    recordedBy: personBrief.nullable(),
    /** The event that this one corrects. */
    supersedes: id.nullable(),
    supersededBy: id.nullable(),
    withdrawn: z.object({ reason: z.string(), by: personBrief.nullable(), at: instant }).nullable(),
    /** Rises with every change of this event: a star, a correction, a withdrawal. */
    revision,
  })
  .meta({ id: "TimelineEvent" });
export type TimelineEvent = z.infer<typeof timelineEvent>;

/** When it happened: an instant, or a local time with its zone. Left out: now. */
export const when = z
  .union([
    z.object({
      at: instant,
      zone: zone.optional(),
      precision: precision.default("minute"),
      given: text(100).optional(),
    }),
    z.object({
      local: text(40),
      zone,
      precision: precision.default("minute"),
      disambiguation: z.enum(["earlier", "later"]).optional(),
      given: text(100).optional(),
    }),
  ])
  .meta({ id: "When" });
export type When = z.infer<typeof when>;
