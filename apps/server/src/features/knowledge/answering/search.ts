import type { knowledgeRoutes, SearchHit } from "@morrow/contract/knowledge";
import type { Viewer } from "@morrow/domain/people";
import { sql } from "kysely";
import type { z } from "zod";

import type { Trx } from "../../../platform/db/index.ts";
import { Refusal } from "../../../platform/http/refusal.ts";
import { audiencesIn } from "../../people/index.ts";
import type { KnowledgeDeps } from "../deps.ts";
import { readPosition } from "../search/position.ts";
import { search, type SearchHit as Hit } from "../search/search.ts";
import { caughtUp, stillIndexing } from "./caught-up.ts";
import { facetsOf } from "./facets.ts";
import { type Shown, shownOf } from "./shown.ts";
import { severityOf } from "./severity.ts";

type Query = z.output<NonNullable<(typeof knowledgeRoutes.search)["query"]>>;
type Answer = z.output<NonNullable<(typeof knowledgeRoutes.search)["answer"]>>;

/** Everything that matches and that the viewer may see, best first. */
export async function searchKnowledge(deps: KnowledgeDeps, viewer: Viewer, query: Query): Promise<Answer> {
  if (query.cursor !== undefined && readPosition(query.cursor) === undefined) throw unknownCursor();
  const current = await caughtUp(deps);
  return deps.db.read(async (trx) => {
    const audiences = await audiencesIn(trx, viewer);
    const page = await search(trx, { query: query.q, audiences, limit: query.limit, after: query.cursor });
    const shown = await shownOf(trx, page.hits, audiences);
    const labels = await labelsOf(trx, page.hits);
    const hits = oneOfEachTimeline(page.hits);
    return {
      items: hits.flatMap((hit) => {
        const seen = shown.get(hit.id);
        return seen === undefined ? [] : [present(hit, seen, labels.get(hit.id))];
      }),
      next: page.next,
      corrected: page.corrections.map(({ typed, meant }) => ({ from: typed, to: meant })),
      facets: await facetsOf(trx, page.matching, audiences),
      notes: [...page.problems.map((problem) => problem.message), ...(current ? [] : [stillIndexing])],
    };
  });
}

function unknownCursor(): Refusal {
  const message = "This is not a place in the list. Start again without a cursor.";
  return new Refusal("input.invalid", {
    fields: [{ path: ["query", "cursor"], code: "invalid_cursor", message }],
  });
}

/** The best piece of a timeline stands for the others of a page: they lead to the same place. */
function oneOfEachTimeline(hits: readonly Hit[]): Hit[] {
  const seen = new Set<string>();
  return hits.filter(({ kind, incidentId }) => {
    if (kind !== "timeline" || incidentId === null) return true;
    if (seen.has(incidentId)) return false;
    seen.add(incidentId);
    return true;
  });
}

interface Labels {
  lead: string;
  tags: string[];
  team: string | null;
}

/** What the index holds beside a hit: one query for a page. */
export async function labelsOf(trx: Trx, hits: readonly { id: string }[]): Promise<Map<string, Labels>> {
  const ids = hits.map((hit) => hit.id);
  const rows = await trx
    .selectFrom("knowledge_document")
    .select(["id", "lead", "tags", "team"])
    .where("id", "=", sql<string>`any(${ids}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

function present(hit: Hit, seen: Shown, labels: Labels | undefined): SearchHit {
  const parts = [...hit.titleParts, ...hit.snippet];
  const words = new Map(parts.flatMap(({ text, match }) => (match ? [[text.toLowerCase(), text]] : [])));
  return {
    kind: hit.kind,
    id: seen.id,
    ref: seen.ref,
    title: seen.title,
    lesson: labels?.lead ?? "",
    snippet: hit.snippet.map(({ text, match }) => ({ text, match })),
    score: hit.score,
    severity: severityOf(hit.severity),
    services: [...hit.services],
    tags: labels?.tags ?? [],
    team: labels?.team ?? null,
    at: hit.occurredAt,
    path: seen.path,
    because: [...words.values()],
  };
}
