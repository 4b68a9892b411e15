import type { knowledgeRoutes, SimilarHit } from "@morrow/contract/knowledge";
import { analyse, describe, describeText, type Fingerprint, snippet } from "@morrow/domain/knowledge";
import type { Viewer } from "@morrow/domain/people";
import { sql } from "kysely";
import type { z } from "zod";

import type { Trx } from "../../../platform/db/index.ts";
import { visible } from "../../../platform/db/visible.ts";
import { findIncident, type IncidentRow } from "../../incidents/index.ts";
import { audiencesIn } from "../../people/index.ts";
import type { KnowledgeDeps } from "../deps.ts";
import {
  documentOf,
  incidentForIndex,
  retrospectiveTexts,
  toldByIncident,
} from "../following/incident-documents.ts";
import { similar, type SimilarHit as Hit } from "../similar.ts";
import { caughtUp } from "./caught-up.ts";
import { severityOf } from "./severity.ts";
import { type Shown, shownOf } from "./shown.ts";

type Body = z.output<NonNullable<(typeof knowledgeRoutes.similar)["body"]>>;

/** Read up to here: what a text is about stands at its beginning. UTF-16 units. */
const longestText = 100_000;
/** Some candidates turn out to be two documents of one incident. */
const spare = 3;
const mostAsked = 50;

interface Subject {
  fingerprint: Fingerprint;
  text: string;
  incidentId: string | undefined;
}

/** Past failures like the one asked about, and why. @throws Refusal not_found for a reference that is not visible */
export async function similarKnowledge(
  deps: KnowledgeDeps,
  viewer: Viewer,
  body: Body,
): Promise<{ items: SimilarHit[] }> {
  await caughtUp(deps);
  const pasted = "text" in body ? await pastedSubject(deps, body) : null;
  return deps.db.read(async (trx) => {
    const audiences = await audiencesIn(trx, viewer);
    const subject =
      "ref" in body
        ? await subjectOf(trx, await findIncident(trx, body.ref, audiences), viewer)
        : (pasted ?? emptySubject);
    const found = await similar(trx, {
      fingerprint: subject.fingerprint,
      audiences,
      excludeIncidentId: subject.incidentId,
      limit: Math.min(mostAsked, body.limit * spare),
    });
    const shown = await shownOf(trx, found, audiences);
    const hits = bestOfEachIncident(found.filter((hit) => shown.has(hit.id))).slice(0, body.limit);
    const rest = await restOf(trx, hits);
    const words = wordsOf(subject.text);
    return {
      items: hits.flatMap((hit) => {
        const seen = shown.get(hit.id);
        return seen === undefined ? [] : [present(hit, seen, rest.get(hit.id), words)];
      }),
    };
  });
}

const emptySubject: Subject = { fingerprint: describeText(""), text: "", incidentId: undefined };

/** A write-up is taken apart first: its front matter and its list of actions say little about the failure. */
async function pastedSubject(
  { reader }: Pick<KnowledgeDeps, "reader">,
  { text, title }: { text: string; title?: string | undefined },
): Promise<Subject> {
  const [proposal] = await reader.read({ path: "pasted text", text });
  const named =
    title ??
    (proposal?.title.from === "front-matter" || proposal?.title.from === "heading"
      ? proposal.title.value
      : "");
  if (proposal === undefined || proposal.title.from === "first-sentence" || named === "") {
    const plain = text.slice(0, longestText);
    return {
      fingerprint: describe({ id: "", title: named, body: plain }),
      text: plain,
      incidentId: undefined,
    };
  }
  const lead = proposal.frontMatter?.summary ?? "";
  const body = proposal.narrative.slice(0, longestText);
  const fingerprint = describe({
    id: "",
    title: named,
    lead,
    body,
    fields: {
      services: proposal.services,
      tags: proposal.tags,
      factors: proposal.contributingFactors.map((factor) => factor.text),
    },
  });
  return { fingerprint, text: [named, lead, body].join("\n"), incidentId: undefined };
}

/** An incident with as much of its retrospective as the viewer may see. */
async function subjectOf(trx: Trx, row: IncidentRow, viewer: Viewer): Promise<Subject> {
  const incident = (await incidentForIndex(trx, row.id)) ?? { ...row, team: null };
  const retrospective = await trx
    .selectFrom("retrospective")
    .select("id")
    .where("incident_id", "=", row.id)
    .where(visible(sql.ref("audience"), await audiencesIn(trx, viewer)))
    .executeTakeFirst();
  const { lead, text, factors } =
    retrospective === undefined
      ? { lead: "", text: toldByIncident(incident), factors: [] }
      : retrospectiveTexts(incident, await documentOf(trx, retrospective.id));
  const { title, services, tags } = incident;
  const body = text.slice(0, longestText);
  return {
    fingerprint: describe({ id: row.id, title, lead, body, fields: { services, tags, factors } }),
    text: [title, lead, body].join("\n"),
    incidentId: row.id,
  };
}

function bestOfEachIncident(hits: readonly Hit[]): Hit[] {
  const best = new Map(hits.toReversed().map((hit) => [hit.incidentId ?? hit.id, hit]));
  return hits.filter((hit) => best.get(hit.incidentId ?? hit.id) === hit);
}

interface Rest {
  text: string;
  services: string[];
  tags: string[];
  team: string | null;
}

/** What the snippet is cut from: its beginning is enough, and cheap. */
const snippetFrom = 3_000;

async function restOf(trx: Trx, hits: readonly Hit[]): Promise<Map<string, Rest>> {
  const ids = hits.map((hit) => hit.id);
  const rows = await trx
    .selectFrom("knowledge_document as document")
    .innerJoin("knowledge_content as content", "content.doc", "document.doc")
    .select([
      "document.id",
      "services",
      "tags",
      "team",
      sql<string>`left(content.text, ${snippetFrom})`.as("text"),
    ])
    .where("document.id", "=", sql<string>`any(${ids}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Stems → a word of the text asked about that has it: people read words. */
function wordsOf(text: string): Map<string, string> {
  const start = text.slice(0, longestText / 5);
  return new Map(
    analyse(start)
      .toReversed()
      .map((token) => [token.term, start.slice(token.start, token.end)]),
  );
}

function present(
  hit: Hit,
  seen: Shown,
  rest: Rest | undefined,
  words: ReadonlyMap<string, string>,
): SimilarHit {
  const { mechanisms, parts, symptoms, terms } = hit.because;
  const told = [hit.lead, rest?.text ?? ""].filter((text) => text !== "").join("\n");
  return {
    id: seen.id,
    ref: seen.ref,
    title: seen.title,
    lesson: hit.lead,
    snippet: snippet(told, new Set(terms)).map(({ text, match }) => ({ text, match })),
    score: hit.score,
    severity: severityOf(hit.severity),
    services: rest?.services ?? [],
    tags: rest?.tags ?? [],
    team: rest?.team ?? null,
    at: hit.occurredAt,
    path: seen.path,
    because: {
      mechanisms: [...mechanisms],
      parts: [...parts],
      symptoms: [...symptoms],
      terms: terms.map((term) => words.get(term) ?? term),
    },
  };
}
