import { type LintFinding, lintText, toSarif } from "@morrow/coach/lint";
import { rules, type RuleId } from "@morrow/coach";
import { Command, InvalidArgumentError, Option } from "commander";
import { describeFindings } from "./lint/describe.ts";
import { readSources, UnusableInput } from "./lint/sources.ts";

type Format = "text" | "json" | "sarif";

interface LintOptions {
  format: Format;
  rule: RuleId[];
}

/**
 * `morrow lint PATH…`: the language coach over Markdown files, folders (*.md and *.markdown below them) and `-` for
 * standard input. Exit codes: 0 nothing found, 1 at least one error, 2 unusable input.
 */
export function lintCommand(): Command {
  return new Command("lint")
    .description("read Markdown with the language coach")
    .argument("<path...>", "files, folders, or - for standard input")
    .addOption(
      new Option("-f, --format <format>", "how to print").choices(["text", "json", "sarif"]).default("text"),
    )
    .option("-r, --rule <id>", "only this rule; may be repeated", collectRule, [])
    .addHelpText("after", "\nExit codes: 0 nothing found, 1 at least one error, 2 unusable input.")
    .action(async (paths: string[], options: LintOptions) => {
      process.exitCode = await lint(paths, options);
    });
}

function collectRule(value: string, previous: RuleId[]): RuleId[] {
  const known = rules.find((rule) => rule.id === value);
  if (known === undefined) {
    throw new InvalidArgumentError(`The rules are: ${rules.map((rule) => rule.id).join(", ")}.`);
  }
  return [...previous, known.id];
}

async function lint(paths: readonly string[], options: LintOptions): Promise<number> {
  const findings: LintFinding[] = [];
  const chosen = options.rule.length > 0 ? { rules: options.rule } : {};
  let files = 0;
  try {
    for await (const source of readSources(paths)) {
      files += 1;
      findings.push(...lintText(source.path, source.text, chosen));
    }
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    process.stderr.write(`morrow lint: ${error.message}\n`);
    return 2;
  }
  process.stdout.write(print(findings, files, options.format));
  return findings.some((finding) => finding.severity === "error") ? 1 : 0;
}

function print(findings: readonly LintFinding[], files: number, format: Format): string {
  switch (format) {
    case "json":
      return `${JSON.stringify(findings, null, 2)}\n`;
    case "sarif":
      return `${JSON.stringify(toSarif(findings), null, 2)}\n`;
    case "text":
      return describeFindings(findings, files);
  }
}
