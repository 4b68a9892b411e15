import { useEffect, useState } from "react";
import type { ParsedEntry } from "./parseEntry.ts";

type Read = (text: string) => ParsedEntry;

let loaded: Read | null = null;

/** Once read, always there; a network that fails just now is asked again by the next one. */
async function load(): Promise<Read> {
  loaded ??= (await import("./whenTyped.ts")).entryTyped;
  return loaded;
}

const asItStands: Read = (text) => ({ kind: null, when: null, body: text.trim() });

/** Loaded, or the text as it stands: nothing that was typed waits for a network that is not there. */
async function readSurely(text: string): Promise<ParsedEntry> {
  const read = await load().catch(() => asItStands);
  return read(text);
}

export interface EntryReader {
  readonly read: Read;
  /** For sending: waits for the reader, so that no time is sent as mere text while it is still on its way. */
  readonly readSurely: (text: string) => Promise<ParsedEntry>;
}

/** Reads times and kinds out of what is typed. The calendar this needs is large, and comes after the page has been painted. */
export function useEntryReader(): EntryReader {
  const [read, setRead] = useState<Read | null>(() => loaded);
  useEffect(() => {
    if (read === null)
      void load()
        .then((next) => setRead(() => next))
        .catch(() => undefined);
  }, [read]);
  return { read: read ?? asItStands, readSurely };
}
