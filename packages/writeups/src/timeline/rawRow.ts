import type { DateWords } from "../moments/dateWords.ts";
import type { MomentWords } from "../moments/momentWords.ts";
import type { ZoneWords } from "../moments/zoneWords.ts";
import type { Source } from "../proposal/moment.ts";

/** A date that stands above rows (a heading per day, an outer list item) or beside them (a column). */
export interface NearDate {
  words: DateWords;
  given: string;
  line: number;
}

export interface NearZone {
  words: ZoneWords;
  from: Source;
  line: number;
}

/** A row of a timeline as it stands in the document, before dates and zones are concluded. */
export interface RawRow {
  /** Null for an entry without any time. */
  words: MomentWords | null;
  /** Beside it: from its own date column. */
  beside: NearDate | null;
  /** The nearest date above it within the document. */
  above: NearDate | null;
  /** From a column heading or the heading above. */
  zone: NearZone | null;
  text: string;
  detail: string;
  actor: string;
  line: number;
  endLine: number;
  part: string;
  /** A paragraph of prose that happens to begin with a time. */
  prose: boolean;
}
