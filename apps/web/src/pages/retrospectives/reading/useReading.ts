import { retrospectiveRoutes, type Retrospective } from "@morrow/contract/retrospectives";
import { useEffect } from "react";
import { client } from "../../../api/client.ts";

/** Counted in this page already; a visit counts once, however often one comes back to it. */
const counted = new Set<string>();
/** Nobody reads faster; who passes by is not a reader, ms. */
const readingMs = 4_000;

/** Counts one reading of a published text: a number, never a name. */
export function useReading({ id, state, incident }: Retrospective): void {
  const { ref } = incident;
  useEffect(() => {
    if (state !== "published" || counted.has(id)) return;
    const timer = setTimeout(() => {
      counted.add(id);
      // A reading that is not counted harms nobody.
      client.call(retrospectiveRoutes.read, { params: { ref } }).catch(() => counted.delete(id));
    }, readingMs);
    return () => clearTimeout(timer);
  }, [id, state, ref]);
}
