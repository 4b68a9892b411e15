import { phraseFinder, highlight, parseQuery, snippet } from "@morrow/domain/knowledge";
import type { DocumentKind, ParsedQuery, QueryProblem, SnippetPart } from "@morrow/domain/knowledge";
import type { Audiences } from "@morrow/domain/people";
import { sql } from "kysely";

import type { Trx } from "../../../platform/db/index.ts";
import { reachOf } from "../audience-class.ts";
import { candidates } from "./candidates.ts";
import { browse } from "./browse.ts";
import { conditionsOf } from "./narrowing.ts";
import { readPosition, writePosition } from "./position.ts";
import type { Position } from "./position.ts";
import { scoreCandidate, weigh } from "./score.ts";
import type { Scored } from "./score.ts";
import { wantedTerms } from "./wanted.ts";
import type { Correction, Wanted, WantedTerms } from "./wanted.ts";

export interface SearchQuestion {
  readonly query: string;
  readonly audiences: Audiences;
  /** 1 to 100. */
  readonly limit: number;
  /** `next` of the page before. */
  readonly after?: string | undefined;
}

export interface SearchHit {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly incidentId: string | null;
  readonly title: string;
  /** The title with what matched marked. */
  readonly titleParts: readonly SnippetPart[];
  readonly snippet: readonly SnippetPart[];
  readonly severity: number | null;
  readonly services: readonly string[];
  readonly occurredAt: string | null;
  readonly score: number;
}

export interface SearchPage {
  readonly hits: readonly SearchHit[];
  /** Where the next page begins; null at the end. */
  readonly next: string | null;
  /** Words that were read as others, because nobody wrote them as typed. */
  readonly corrections: readonly Correction[];
  /** Filters that were not understood and not applied. */
  readonly problems: readonly QueryProblem[];
  /** Numbers of the documents that match, a few hundred at most: for counting what they have in common. */
  readonly matching: readonly number[];
}

/** The best few hundred are ranked exactly; what lies behind them is not paged to. */
const ranked = 200;
/** Postings read for one query, shared among its words and the classes of reader. */
const postingBudget = 9000;
const deepest = 1500;
const phraseDepth = 2000;
const phraseBatch = 50;

/**
 * Finds documents the reader may see. Reads only: it belongs into a read transaction. Without words, filters alone list
 * the newest first.
 */
export async function search(
  trx: Trx,
  { query, audiences, limit, after }: SearchQuestion,
): Promise<SearchPage> {
  const parsed = parseQuery(query);
  const from = readPosition(after);
  const reach = reachOf(audiences);
  const conditions = conditionsOf(parsed.filters);
  const asked = await wantedTerms(trx, parsed, reach);
  const { corrections, wanted } = asked;
  if (wanted.length === 0) {
    const page =
      conditions.length === 0
        ? { docs: [], next: null }
        : await browse(trx, { reach, conditions, limit, from });
    const hits = await present(
      trx,
      page.docs.map((doc) => ({ doc, score: 0, matched: [] })),
    );
    // From the beginning, whatever page is shown.
    const newest =
      conditions.length === 0
        ? page
        : await browse(trx, { reach, conditions, limit: ranked, from: undefined });
    return {
      hits,
      next: page.next,
      corrections,
      problems: parsed.problems,
      matching: newest.docs,
    };
  }
  const order = await rank(trx, parsed, asked, { reach, conditions });
  const rest = from === undefined ? order : order.filter((one) => isBehind(one, from));
  const { page, more } = await fill(trx, rest, parsed.phrases, limit);
  const last = page.at(-1);
  const next = more && last ? writePosition({ score: last.score, doc: last.doc }) : null;
  // Texts are only read as far as the page needs them, so with phrases nothing is known of the rest.
  const matching = (parsed.phrases.length > 0 ? page : order).map((one) => one.doc);
  return { hits: await present(trx, page), next, corrections, problems: parsed.problems, matching };
}

async function rank(
  trx: Trx,
  parsed: ParsedQuery,
  { wanted, excluded }: WantedTerms,
  { reach, conditions }: Pick<Parameters<typeof candidates>[1], "reach" | "conditions">,
): Promise<Scored[]> {
  const terms = weigh(wanted);
  const most = parsed.phrases.length > 0 ? ranked * 2 : ranked;
  const depth = depthOf(parsed, wanted, terms.length * reach.classes.length);
  // Excluded terms weigh nothing; they are fetched to be checked.
  const unwanted = excluded.map((term) => ({ term, weight: 0 }));
  const required = wanted.filter((one) => one.required);
  const found = await candidates(trx, {
    terms: [...terms, ...unwanted],
    walk: weigh(required.length > 0 ? required : wanted),
    reach,
    conditions,
    depth,
    most,
  });
  return found
    .filter((candidate) => unwanted.every((_, at) => (candidate.impacts[terms.length + at] ?? 0) === 0))
    .map((candidate) => scoreCandidate(candidate, wanted))
    .filter((scored) => scored !== undefined)
    .toSorted((a, b) => b.score - a.score || b.doc - a.doc);
}

/** How far each list is read. The best of a single word are the best of its lists; with several, the middling ones count. */
function depthOf(parsed: ParsedQuery, wanted: readonly Wanted[], lists: number): number {
  if (parsed.phrases.length > 0) return phraseDepth;
  return wanted.length === 1 ? ranked : Math.min(deepest, Math.floor(postingBudget / Math.max(1, lists)));
}

function isBehind(one: Scored, position: Position): boolean {
  return one.score < position.score || (one.score === position.score && one.doc < position.doc);
}

/** Takes the first `limit` that hold every phrase; texts are only read for phrases. */
async function fill(
  trx: Trx,
  order: readonly Scored[],
  phrases: readonly string[],
  limit: number,
): Promise<{ page: Scored[]; more: boolean }> {
  if (phrases.length === 0) return { page: order.slice(0, limit), more: order.length > limit };
  const finders = phrases.map(phraseFinder);
  const page: Scored[] = [];
  for (let at = 0; at < order.length && page.length <= limit; at += phraseBatch) {
    const some = order.slice(at, at + phraseBatch);
    const texts = await textsOf(
      trx,
      some.map((one) => one.doc),
    );
    page.push(...some.filter((one) => finders.every((holds) => texts.get(one.doc)?.some(holds) ?? false)));
  }
  return { page: page.slice(0, limit), more: page.length > limit };
}

async function textsOf(trx: Trx, docs: readonly number[]): Promise<Map<number, string[]>> {
  const rows = await trx
    .selectFrom("knowledge_document as document")
    .innerJoin("knowledge_content as content", "content.doc", "document.doc")
    .select(["document.doc", "title", "lead", "text"])
    .where(sql<boolean>`document.doc = any(${[...docs]}::int[])`)
    .execute();
  return new Map(rows.map((row) => [row.doc, [row.title, row.lead, row.text]]));
}

async function present(trx: Trx, page: readonly Scored[]): Promise<SearchHit[]> {
  const rows = await trx
    .selectFrom("knowledge_document as document")
    .innerJoin("knowledge_content as content", "content.doc", "document.doc")
    .select([
      "document.doc",
      "id",
      "kind",
      "incident_id",
      "title",
      "lead",
      "text",
      "severity",
      "services",
      "occurred_at",
    ])
    .where(sql<boolean>`document.doc = any(${page.map((one) => one.doc)}::int[])`)
    .execute();
  const byDoc = new Map(rows.map((row) => [row.doc, row]));
  return page.flatMap(({ doc, score, matched }): SearchHit[] => {
    const row = byDoc.get(doc);
    if (row === undefined) return [];
    const wanted = new Set(matched);
    return [
      {
        id: row.id,
        kind: row.kind,
        incidentId: row.incident_id,
        title: row.title,
        titleParts: highlight(row.title, wanted),
        snippet: snippet(row.lead === "" ? row.text : `${row.lead}\n${row.text}`, wanted),
        severity: row.severity,
        services: row.services,
        occurredAt: row.occurred_at,
        score,
      },
    ];
  });
}
