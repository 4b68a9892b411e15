import { coach } from "./coach.ts";
import type { CoachOptions, RemarkId, Severity } from "./remark.ts";

export { toSarif } from "./sarif.ts";

/** One remark about one file, flat and stable: the shape `morrow lint --format json` prints. */
export interface LintFinding {
  path: string;
  /** From 1. */
  line: number;
  /** From 1, in UTF-16 code units. */
  column: number;
  endLine: number;
  /** Exclusive. */
  endColumn: number;
  ruleId: RemarkId;
  severity: Severity;
  message: string;
  question: string;
}

/** Reads one Markdown text and reports what the coach noticed under the given path. */
export function lintText(path: string, text: string, options: CoachOptions = {}): LintFinding[] {
  return coach(text, options).map((remark) => ({
    path,
    line: remark.start.line,
    column: remark.start.column,
    endLine: remark.end.line,
    endColumn: remark.end.column,
    ruleId: remark.ruleId,
    severity: remark.severity,
    message: remark.message,
    question: remark.question,
  }));
}
