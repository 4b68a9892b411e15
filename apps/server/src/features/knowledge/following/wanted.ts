import type { DocumentKind } from "@morrow/domain/knowledge";
import type { Audience } from "@morrow/domain/people";

import type { IndexedDocument } from "../indexing/documents.ts";

/** What is compared to see whether a document of the index is still right. */
export interface Header {
  id: string;
  kind: DocumentKind;
  incidentId: string | null;
  audience: string;
  title: string;
  severity: number | null;
  services: readonly string[];
  tags: readonly string[];
  team: string | null;
  occurredAt: string | null;
  publishedAt: string | null;
  revision: number;
}

export interface Texts {
  lead: string;
  /** Markdown. */
  text: string;
  factors: readonly string[];
}

/** A document that belongs into the index. Its texts are read only when they are needed. */
export interface Wanted {
  header: Header;
  texts: () => Promise<Texts>;
}

/**
 * Read up to here, in UTF-16 units: 100 pages. A write-up of megabytes is found by its beginning, and reading it holds up
 * nobody for long.
 */
const longestText = 200_000;

export async function documentFor({ header, texts }: Wanted): Promise<IndexedDocument> {
  const { lead, text, factors } = await texts();
  return {
    ...header,
    audience: asAudience(header.audience),
    lead,
    text: text.slice(0, longestText),
    factors,
  };
}

/** Columns of `audience` hold nothing else; what is not known is kept from everybody but administrators. */
function asAudience(text: string): Audience {
  if (text === "everyone" || text === "members") return text;
  return text.startsWith("incident:") ? `incident:${text.slice("incident:".length)}` : "incident:unknown";
}
