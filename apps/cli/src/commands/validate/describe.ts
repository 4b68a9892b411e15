import type { SourceReport } from "../validate.ts";

type Said = Extract<SourceReport, { readonly problems: unknown }>["problems"][number];

/** One source for people: the verdict, then each finding with its place, the sentence, and what to do. */
export function describeValidation(report: SourceReport): string {
  if ("unusable" in report) return `${report.source}: can't be read\n  ${report.unusable.message}\n`;
  return [
    `${report.source}: ${verdict(report)}\n`,
    ...report.problems.map((one) => describe("wrong", one)),
    ...report.requirements.map((one) => describe("missing here", one)),
    ...report.warnings.map((one) => describe("note", one)),
  ].join("");
}

function verdict({
  problems,
  requirements,
  warnings,
}: Extract<SourceReport, { readonly runnable: boolean }>): string {
  const parts = [
    count(problems, "problem"),
    count(requirements, "requirement that this machine lacks", "requirements that this machine lacks"),
    count(warnings, "note"),
  ].filter((part) => part !== null);
  const word = problems.length > 0 ? "not valid" : "valid";
  return parts.length === 0 ? word : `${word}, ${parts.join(", ")}`;
}

function count(found: readonly Said[], one: string, several = `${one}s`): string | null {
  if (found.length === 0) return null;
  return `${found.length} ${found.length === 1 ? one : several}`;
}

function describe(kind: string, { code, path, message, remedy }: Said): string {
  return `  ${kind}${path === "" ? "" : ` at ${path}`}  [${code}]\n    ${message}\n    ${remedy}\n`;
}
