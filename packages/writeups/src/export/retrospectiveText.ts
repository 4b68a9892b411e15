/** One row of an exported timeline. Times are UTC instants (ISO 8601, seconds). */
export interface RowText {
  instant: string | null;
  precision: "day" | "hour" | "minute" | "second";
  end?: string;
  approximate?: boolean;
  actor?: string;
  /** Markdown. */
  text: string;
}

export interface CountermeasureText {
  text: string;
  owner?: string;
  /** ISO date, or words. */
  due?: string;
  state?: "open" | "done";
  ticket?: string;
}

/** A retrospective as plain data, ready to be written. Texts are Markdown. */
export interface RetrospectiveText {
  /** Stable identity, so that importing the export again is recognised. */
  uuid: string;
  title: string;
  summary?: string;
  severity?: string;
  owner?: string;
  facilitator?: string;
  startedAt?: string;
  detectedAt?: string;
  resolvedAt?: string;
  services?: readonly string[];
  tags?: readonly string[];
  attendees?: readonly { name: string; role?: string }[];
  timeline?: readonly RowText[];
  contributingFactors?: readonly string[];
  whatWentWell?: readonly string[];
  whatWasConfusing?: readonly string[];
  whereWeWereLucky?: readonly string[];
  countermeasures?: readonly CountermeasureText[];
  /** The account itself. */
  narrative?: string;
}
