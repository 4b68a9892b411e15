import { createHash } from "node:crypto";

import type { RetrospectiveBrief } from "@morrow/contract/retrospectives";
import type { Viewer } from "@morrow/domain/people";
import { v5 as uuidv5 } from "uuid";

import { audiencesIn } from "../../people/index.ts";
import { recentlyPublished } from "../../retrospectives/index.ts";
import type { KnowledgeDeps } from "../deps.ts";
import { type AtomEntry, writeAtom } from "./atom.ts";

const mostEntries = 50;
/** Name space of feed ids; any fixed uuid will do. */
const feeds = "6d1f3c1e-2f0c-5b7a-9a55-0e8f6a3d4b21";

/** The newest publications that the viewer may read, as an Atom feed. Answers 304 to who has it already. */
export async function feedFor(deps: KnowledgeDeps, viewer: Viewer, request: Request): Promise<Response> {
  const { organisation, entries } = await deps.db.read(async (trx) => ({
    organisation: await trx
      .selectFrom("organisation")
      .select(["name", "created_at"])
      .executeTakeFirstOrThrow(),
    entries: await recentlyPublished(deps, trx, await audiencesIn(trx, viewer), mostEntries),
  }));
  const text = writeAtom({
    id: `urn:uuid:${uuidv5(organisation.created_at, feeds)}`,
    title: `${organisation.name}: what we learned`,
    author: organisation.name,
    self: `${deps.publicUrl}/api/feed.atom`,
    url: `${deps.publicUrl}/`,
    updated: entries[0]?.publishedAt ?? organisation.created_at,
    entries: entries.map((entry) => entryOf(entry, deps.publicUrl)),
  });
  const etag = `"${createHash("sha256").update(text).digest("base64url")}"`;
  const headers = { etag, "cache-control": "private, no-cache" };
  if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
  return new Response(text, {
    headers: { ...headers, "content-type": "application/atom+xml; charset=utf-8" },
  });
}

/** Publishing again is the change that readers should learn of: it moves `publishedAt`. */
function entryOf(brief: RetrospectiveBrief, publicUrl: string): AtomEntry {
  const { incident, lesson, services, tags } = brief;
  const at = brief.publishedAt ?? "1970-01-01T00:00:00Z";
  return {
    id: `urn:uuid:${brief.id}`,
    title: incident.title,
    url: `${publicUrl}/incidents/${incident.ref}/retrospective`,
    published: at,
    updated: at,
    summary: lesson === "" ? incident.title : lesson,
    categories: [...new Set([...services, ...tags])],
  };
}
