import type { LintFinding } from "@morrow/coach/lint";

/** Findings for people: one line each in the form editors can jump from, the question below it. */
export function describeFindings(findings: readonly LintFinding[], files: number): string {
  const lines = findings.flatMap((finding) => [
    `${finding.path}:${finding.line}:${finding.column}  ${finding.severity}  ${finding.message}  ${finding.ruleId}`,
    `    ${finding.question}`,
  ]);
  const places = findings.length === 1 ? "1 place" : `${findings.length} places`;
  const read = files === 1 ? "1 file" : `${files} files`;
  const summary =
    findings.length === 0 ? `${read} read, nothing to ask.` : `${places} in ${read} worth a question.`;
  return `${[...lines, ...(lines.length > 0 ? [""] : []), summary].join("\n")}\n`;
}
