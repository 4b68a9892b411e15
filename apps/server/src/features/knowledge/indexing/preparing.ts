import { Thread } from "../../../platform/threads/thread.ts";
import type { IndexedDocument } from "./documents.ts";
import { type Prepare, prepare, type Prepared } from "./prepare.ts";

/**
 * Texts up to this many characters are read at once: measured on two slow cores, one millisecond a thousand characters,
 * so nothing that other requests would notice.
 */
const shortText = 8_000;

/** Prepares short documents in place, one at a time, and long ones on a thread of its own. */
export function prepareBesideRequests(): Prepare {
  const thread = new Thread<readonly IndexedDocument[], readonly Prepared[]>({
    file: new URL("thread.ts", import.meta.url),
    longestMs: 60_000,
    mostWaiting: 100,
    busy: "The index is busy with other long texts.",
  });
  return async (documents) => {
    const prepared: Prepared[] = [];
    for (const document of documents) {
      if (document.text.length > shortText) prepared.push(...(await thread.ask([document])));
      else {
        prepared.push(prepare(document));
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
    return prepared;
  };
}
