import type { MilestoneMoment, Moment, Understood, ZoneUse } from "./moment.ts";
import type { Question } from "./question.ts";

/** A piece of Markdown with its 1-based first line in the file. */
export interface Passage {
  text: string;
  line: number;
}

/** The kinds of timeline events (the same words as in the timeline of an incident). */
export type RowKind =
  | "detection"
  | "hypothesis"
  | "investigation"
  | "action"
  | "effect"
  | "decision"
  | "communication"
  | "milestone";

export interface TimelineRow {
  at: Moment;
  /** Markdown of the event, without its time. */
  text: string;
  /** Markdown that followed the row (images, quotations, code) and belongs to it. */
  detail?: string;
  actor?: string;
  /** A guess from the words of the row; absent where nothing points to a kind. */
  kind?: RowKind;
  /** 1-based lines of the file, inclusive. */
  line: number;
  endLine: number;
  /** Position in the order of the document, from 0. Rows are sorted by time; this keeps the order as written. */
  order: number;
  /** The heading the row stood under, where the timeline has several parts. */
  part?: string;
}

export type Horizon = "immediate" | "short" | "long";

export interface ProposedAction {
  /** Markdown, without the check mark, owner, date and ticket that were recognised in it. */
  text: string;
  owner?: string;
  /** ISO date, or the words as written where they are no date ("Q4 2025"). */
  due?: string;
  state?: "open" | "done";
  ticket?: string;
  horizon?: Horizon;
  /** Index of the action this one is nested under. */
  parent?: number;
  line: number;
}

export interface Attendee {
  name: string;
  role?: string;
}

export interface Link {
  url: string;
  text: string;
  line: number;
}

/** The front matter fields Morrow knows; everything else is kept in `other` as it was parsed. */
export interface FrontMatter {
  uuid?: string;
  url?: string;
  archive_url?: string;
  title?: string;
  start_time?: string;
  end_time?: string;
  company?: string;
  product?: string;
  categories?: string[];
  keywords?: string[];
  summary?: string;
  source_published_at?: string;
  source_fetched_at?: string;
  /** Unknown fields, as JSON values. */
  other: Record<string, JsonValue>;
  /** The text between the fences, unchanged; kept when it could not be parsed too. */
  raw: string;
  /** Why it could not be parsed, where it could not. */
  problem?: string;
}

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

/** What was understood of one write-up. Nothing of it is stored until a person accepts it. */
export interface WriteupProposal {
  path: string;
  title: Understood<string>;
  summary?: Passage;
  frontMatter?: FrontMatter;
  startedAt?: MilestoneMoment;
  detectedAt?: MilestoneMoment;
  resolvedAt?: MilestoneMoment;
  /** The zone of the document where one is stated or was given by the person. */
  zone?: ZoneUse;
  /** Sorted by time; rows without an instant keep their place after the row before them. */
  timeline: TimelineRow[];
  contributingFactors: Passage[];
  whatWentWell: Passage[];
  whatWasConfusing: Passage[];
  whereWeWereLucky: Passage[];
  actions: ProposedAction[];
  attendees: Attendee[];
  owner?: string;
  facilitator?: string;
  /** As written ("SEV-2", "Major"); `level` 1 (worst) to 5 where the words say so. */
  severity?: { given: string; level?: 1 | 2 | 3 | 4 | 5; line: number };
  services: string[];
  tags: string[];
  links: Link[];
  /** Ticket references such as `OPS-123` or links to trackers. */
  tickets: string[];
  /** Markdown of everything that was not taken apart into the fields above. */
  narrative: string;
  /** The text of the file, byte for byte as given. */
  original: string;
  /** 1-based lines of the file this incident was read from (the whole file unless it holds several). */
  lines: { from: number; to: number };
  questions: Question[];
}
