import type { DocumentKind } from "@morrow/domain/knowledge";
import type { Audience } from "@morrow/domain/people";

/** What is given to the index: plain texts and fields of one thing that can be found. */
export interface IndexedDocument {
  /** UUID of the document; indexing it again replaces what was there. */
  readonly id: string;
  readonly kind: DocumentKind;
  readonly incidentId: string | null;
  readonly audience: Audience;
  readonly title: string;
  /** One or two sentences on what happened; empty if there is none. */
  readonly lead: string;
  /** Markdown. */
  readonly text: string;
  /** 1 to 5. */
  readonly severity: number | null;
  readonly services: readonly string[];
  readonly tags: readonly string[];
  readonly factors: readonly string[];
  readonly team: string | null;
  /** ISO instants. */
  readonly occurredAt: string | null;
  readonly publishedAt: string | null;
  readonly revision: number;
}
