import { readWhen, type WhenReading } from "@morrow/domain/timeline";
import { localZone } from "../../../components/timeText.ts";
import { parseEntry, type ParsedEntry } from "./parseEntry.ts";

/** What somebody who types here and now means by a time. */
export function whenTyped(text: string): WhenReading {
  return readWhen(text, { now: new Date().toISOString(), zone: localZone() });
}

/** What somebody who types here and now means by an entry. */
export function entryTyped(text: string): ParsedEntry {
  return parseEntry(text, { now: new Date().toISOString(), zone: localZone() });
}
