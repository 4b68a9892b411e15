import {
  countermeasureKinds,
  countermeasureStates,
  evidenceKinds,
  priorities,
  strengths,
} from "@morrow/domain/countermeasures";
import { z } from "zod";
import { personBrief } from "../people/schemas.ts";
import { date, id, instant, revision, text, url } from "../scalars.ts";

export const countermeasureState = z.enum(countermeasureStates);
export const countermeasureKind = z.enum(countermeasureKinds);
export const strength = z.enum(strengths);
export const priority = z.enum(priorities);

export const verificationEvidence = z.object({
  kind: z.enum(evidenceKinds),
  url: url.nullable().default(null),
  note: text(2_000).default(""),
});

export const vote = z.object({ effect: z.int().min(1).max(3), effort: z.int().min(1).max(3) });

export const countermeasure = z
  .object({
    id,
    ref: z.string(),
    revision,
    title: z.string(),
    body: z.string(),
    state: countermeasureState,
    kind: countermeasureKind.nullable(),
    strength: strength.nullable(),
    owner: personBrief.nullable(),
    /** The owner as an imported write-up names them, when they are not a person here. */
    ownerName: z.string().nullable(),
    team: z.object({ id, name: z.string() }).nullable(),
    dueOn: date.nullable(),
    overdue: z.boolean(),
    /** Every date it ever had, oldest first: slips stay visible. */
    dates: z.array(z.object({ dueOn: date, setAt: instant, by: personBrief.nullable() })),
    priority: priority.nullable(),
    ticket: url.nullable(),
    /** Why it was declined, superseded or reopened. */
    reason: z.string().nullable(),
    evidence: verificationEvidence.nullable(),
    mergedInto: z.string().nullable(),
    /** Incidents whose retrospectives asked for it; how many is its weight. */
    sources: z.array(z.object({ incidentId: id, ref: z.string(), title: z.string() })),
    weight: z.int(),
    votes: z.object({
      count: z.int(),
      effect: z.number().nullable(),
      effort: z.number().nullable(),
      mine: vote.nullable(),
    }),
    /** What the coach would ask about its wording. */
    remarks: z.array(z.object({ ruleId: z.string(), message: z.string(), question: z.string() })),
    restricted: z.boolean(),
    createdAt: instant,
    createdBy: personBrief.nullable(),
  })
  .meta({ id: "Countermeasure" });
export type Countermeasure = z.infer<typeof countermeasure>;
