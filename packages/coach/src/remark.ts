/** The shapes the coach speaks in. Nothing here depends on Markdown or on a rule. */

/** The five things the coach listens for. */
export type RuleId =
  | "counterfactual"
  | "blame-person"
  | "hindsight-judgement"
  | "single-root-cause"
  | "be-more-careful";

/** What a remark can be about: one of the rules, or a suppression that gives no reason. */
export type RemarkId = RuleId | "suppression";

/** `error` is a confident finding, `warning` one that needs a second look. Lint fails on errors only. */
export type Severity = "error" | "warning" | "suggestion";

/** What kind of text is being read: a whole document, one countermeasure, or one timeline event. */
export type CoachContext = "document" | "countermeasure" | "timeline-event";

/** A place in the Markdown. Line and column count from 1, offset from 0 in UTF-16 code units. */
export interface Point {
  line: number;
  column: number;
  offset: number;
}

/** One observation about one stretch of text, with a question that opens the account. */
export interface Remark {
  ruleId: RemarkId;
  severity: Severity;
  start: Point;
  /** Exclusive: the point just behind the last flagged character. */
  end: Point;
  /** The flagged words, exactly as they stand in the Markdown between start and end. */
  text: string;
  /** What was noticed, calmly. */
  message: string;
  /** The question that opens the account. */
  question: string;
}

export interface CoachOptions {
  /** Only these rules; all five when absent. */
  rules?: readonly RuleId[];
  /** Default: "document". */
  context?: CoachContext;
}
