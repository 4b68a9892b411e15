/** How finely a time was given. `day` means only a date was written. */
export type Precision = "day" | "hour" | "minute" | "second";

/**
 * `stated`: date, time and zone are all written at this place.
 * `derived`: a part comes from elsewhere in the document (or from the person) by a rule that leaves no choice.
 * `uncertain`: there is a choice; a question asks for it, or nothing in the document could answer it.
 */
export type Certainty = "stated" | "derived" | "uncertain";

/** Where a value was found. */
export type Source =
  | "front-matter"
  | "field"
  | "heading"
  | "row"
  | "column"
  | "earlier-row"
  | "statement"
  | "prose"
  | "file-name"
  | "first-sentence"
  | "person"
  | "answer";

/** A zone as it was used for one time. `id` is `UTC`, an offset such as `+02:00`, or an IANA name. */
export interface ZoneUse {
  id: string;
  /** The words that stated it, e.g. `PST` or `All times in UTC`. */
  given: string;
  from: Source;
  line: number | null;
}

/** A time as it was written, and as far as it can be understood, as an instant. */
export interface Moment {
  /** UTC, ISO 8601 with seconds (`2025-09-29T16:58:00Z`), or null where date or zone is not known. */
  instant: string | null;
  /** The civil time without zone (`2025-09-29T16:58:00`, `2025-09-29`, or `T16:58:00` where no date is known). */
  local: string | null;
  /** End of a range (`10:00-10:15`), UTC. */
  end: string | null;
  /** The words as written. */
  given: string;
  zone: ZoneUse | null;
  precision: Precision;
  /** Written with `~`, `about`, `??` and the like. */
  approximate: boolean;
  certainty: Certainty;
  /** Ids of the questions this time depends on. */
  questions: string[];
}

/** A milestone time of the incident with the place it was found. */
export interface MilestoneMoment extends Moment {
  from: Source;
  line: number | null;
}

/** Any other understood value with the place it was found. `line` is 1-based. */
export interface Understood<T> {
  value: T;
  given: string;
  from: Source;
  line: number | null;
  certainty: Certainty;
}
