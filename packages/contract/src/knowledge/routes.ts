import { z } from "zod";
import { severity } from "../incidents/schemas.ts";
import { retrospectiveBrief } from "../retrospectives/schemas.ts";
import { countermeasure } from "../countermeasures/schemas.ts";
import { defineRoute } from "../route.ts";
import { cursor, date, id, instant, text } from "../scalars.ts";

/** Text with the matching parts marked; never HTML. */
export const snippet = z.array(z.object({ text: z.string(), match: z.boolean() })).meta({ id: "Snippet" });

export const hit = z
  .object({
    kind: z.enum(["retrospective", "incident", "timeline", "countermeasure"]),
    id,
    /** INC-142 or CM-12. */
    ref: z.string(),
    title: z.string(),
    lesson: z.string(),
    snippet,
    score: z.number(),
    severity: severity.nullable(),
    services: z.array(z.string()),
    tags: z.array(z.string()),
    team: z.string().nullable(),
    at: instant.nullable(),
    /** Path of the write-up it was imported from. */
    path: z.string().nullable(),
    /** Terms that matched, as they stand in the text. */
    because: z.array(z.string()),
  })
  .meta({ id: "SearchHit" });
export type SearchHit = z.infer<typeof hit>;

export const similarHit = hit
  .omit({ because: true, kind: true })
  .extend({
    /** Why it may help: what both are about. */
    because: z.object({
      mechanisms: z.array(z.string()),
      parts: z.array(z.string()),
      symptoms: z.array(z.string()),
      terms: z.array(z.string()),
    }),
  })
  .meta({ id: "SimilarHit" });
export type SimilarHit = z.infer<typeof similarHit>;

const facet = z.array(z.object({ value: z.string(), count: z.int() }));

export const knowledgeRoutes = {
  search: defineRoute({
    id: "knowledge.search",
    method: "get",
    path: "/api/search",
    summary:
      'Search everything you may see. Phrases in quotes; fields as severity:SEV1 service:payments tag:dns team:"Core" kind:retrospective after:2026-01-01 before:2026-06-30',
    access: "knowledge.search",
    query: z.object({ q: text(500), cursor, limit: z.coerce.number().int().min(1).max(100).default(20) }),
    answer: z.object({
      items: z.array(hit),
      next: z.string().nullable(),
      /** Words that stand nowhere, and what was searched instead. */
      corrected: z.array(z.object({ from: z.string(), to: z.string() })),
      facets: z.object({ severity: facet, service: facet, tag: facet, team: facet, kind: facet }),
      /** What of the query could not be used, in a sentence each. */
      notes: z.array(z.string()),
    }),
    status: 200,
  }),
  similar: defineRoute({
    id: "knowledge.similar",
    method: "post",
    path: "/api/similar",
    summary: "Past failures with the same mechanism or symptom, and why they match",
    access: "knowledge.search",
    body: z
      .union([z.object({ ref: text(60) }), z.object({ text: text(2_000_000), title: text(500).optional() })])
      .and(z.object({ limit: z.int().min(1).max(50).default(5) })),
    answer: z.object({ items: z.array(similarHit) }),
    status: 200,
    errors: ["not_found"],
  }),
  home: defineRoute({
    id: "knowledge.home",
    method: "get",
    path: "/api/home",
    summary: "What needs me, what we learned lately, and what happened on this day",
    access: "signed-in",
    query: z.object({ today: date }),
    answer: z.object({
      retrospectives: z.array(retrospectiveBrief),
      countermeasures: z.array(countermeasure),
      openIncidents: z.array(
        z.object({
          ref: z.string(),
          title: z.string(),
          severity: severity.nullable(),
          state: z.string(),
          at: instant.nullable(),
          decides: z.string().nullable(),
        }),
      ),
      learned: z.array(retrospectiveBrief),
      onThisDay: z.array(z.object({ ref: z.string(), title: z.string(), at: instant, lesson: z.string() })),
    }),
    status: 200,
  }),
  feed: defineRoute({
    id: "knowledge.feed",
    method: "get",
    path: "/api/feed.atom",
    summary: "Published retrospectives as an Atom feed (sign in with a token as Bearer or as ?token=)",
    access: "knowledge.search",
    query: z.object({ token: text(200).optional() }),
    status: 200,
    produces: ["application/atom+xml"],
  }),
};
