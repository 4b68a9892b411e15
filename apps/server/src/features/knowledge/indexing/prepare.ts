import { describe, type Fingerprint, type Impacts, impactsOf } from "@morrow/domain/knowledge";

import type { IndexedDocument } from "./documents.ts";

/** A document with everything the index stores of it. Plain data: it can come from another thread. */
export interface Prepared {
  readonly document: IndexedDocument;
  readonly fingerprint: Fingerprint;
  readonly impacts: Impacts;
}

/** Prepares documents, in the same order: in place, or on a thread of its own. */
export type Prepare = (documents: readonly IndexedDocument[]) => Promise<readonly Prepared[]>;

/** Reads a document for the index. Costs milliseconds for each thousand words. */
export function prepare(document: IndexedDocument): Prepared {
  const { id, title, lead, text, services, tags, factors, team } = document;
  const fingerprint = describe({ id, title, lead, body: text, fields: { services, tags, factors } });
  // A timeline entry or a countermeasure is found by its words; it is no account of a failure to compare with.
  const comparable = document.kind === "retrospective" || document.kind === "incident";
  const labels = [...services, ...tags, ...(team === null ? [] : [team])].join(" ");
  const body = factors.length === 0 ? text : `${text}\n${factors.join("\n")}`;
  return {
    document,
    fingerprint,
    impacts: impactsOf({ title, lead, text: body, labels }, comparable ? fingerprint.concepts : []),
  };
}

export const prepareInPlace: Prepare = async (documents) => documents.map(prepare);
