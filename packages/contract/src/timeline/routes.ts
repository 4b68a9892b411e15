import { z } from "zod";
import { incidentRef, milestone } from "../incidents/schemas.ts";
import { defineRoute } from "../route.ts";
import { commaList, cursor, flag, id, line, markdown, page, text } from "../scalars.ts";
import { evidence, timelineEvent, timelineKind, when } from "./schemas.ts";

const eventRef = incidentRef.extend({ event: id });
const entry = z.object({
  when: when.optional(),
  kind: timelineKind.default("note"),
  milestone: milestone.nullable().default(null),
  actor: line(100).nullable().default(null),
  body: markdown,
  evidence: z.array(evidence).max(20).default([]),
  starred: z.boolean().default(false),
});

export const timelineRoutes = {
  list: defineRoute({
    id: "timeline.list",
    method: "get",
    path: "/api/incidents/{ref}/timeline",
    summary: "The timeline in the order in which things happened",
    access: "timeline.read",
    params: incidentRef,
    query: z.object({
      starred: flag.optional(),
      kind: timelineKind.optional(),
      /** Only these events, corrected and withdrawn ones too: for a reader who heard that they changed. */
      ids: commaList(id).optional(),
      /** Also what was corrected or withdrawn. */
      withSuperseded: flag.optional(),
      cursor,
      limit: z.coerce.number().int().min(1).max(1_000).default(500),
    }),
    answer: page(timelineEvent),
    status: 200,
    errors: ["not_found"],
  }),
  add: defineRoute({
    id: "timeline.add",
    method: "post",
    path: "/api/incidents/{ref}/timeline",
    summary: "Record what happened, now or earlier; a milestone is an event too",
    access: "timeline.add",
    params: incidentRef,
    body: entry,
    answer: timelineEvent,
    status: 201,
    errors: ["not_found", "input.rule"],
  }),
  correct: defineRoute({
    id: "timeline.correct",
    method: "post",
    path: "/api/incidents/{ref}/timeline/{event}/correct",
    summary:
      "Supersede an event; the earlier one stays readable. Says the whole event anew; only the time may be left out",
    access: "timeline.add",
    params: eventRef,
    body: entry,
    answer: timelineEvent,
    status: 201,
    errors: ["not_found", "conflict.revision", "input.rule"],
  }),
  withdraw: defineRoute({
    id: "timeline.withdraw",
    method: "post",
    path: "/api/incidents/{ref}/timeline/{event}/withdraw",
    summary: "Withdraw an event with a reason; it stays in the record",
    access: "timeline.add",
    params: eventRef,
    body: z.object({ reason: text(1_000).default("") }),
    answer: timelineEvent,
    status: 200,
    errors: ["not_found", "conflict.revision", "input.rule"],
  }),
  star: defineRoute({
    id: "timeline.star",
    method: "put",
    path: "/api/incidents/{ref}/timeline/{event}/star",
    summary: "Mark an event as important, or not",
    access: "timeline.add",
    params: eventRef,
    body: z.object({ starred: z.boolean() }),
    answer: timelineEvent,
    status: 200,
    errors: ["not_found"],
  }),
};
