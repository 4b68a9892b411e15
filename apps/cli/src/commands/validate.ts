import { LoadFailed, validateSource, type Validation } from "@morrow/faults/experiments";
import { Command } from "commander";

import { printJson } from "../output/print.ts";
import { describeValidation } from "./validate/describe.ts";

interface ValidateCommandOptions {
  here?: boolean;
  json?: boolean;
  settings?: string;
  verifyTls: boolean;
}

/** What was found in one source, or why it can't be read at all. */
export type SourceReport =
  | ({ readonly source: string; readonly valid: boolean; readonly runnable: boolean } & Validation)
  | { readonly source: string; readonly valid: false; readonly unusable: { code: string; message: string } };

/** `morrow validate SOURCE…`: everything that is wrong with experiments, at once. */
export function validateCommand(): Command {
  return new Command("validate")
    .description("say everything that is wrong with experiments, and run nothing")
    .argument("<source...>", "files (.json, .yaml, .yml) or http(s) addresses")
    .option("--here", "what this machine lacks counts as wrong too, as chaos validate sees it")
    .option("--settings <file>", "Chaos Toolkit's settings (default ~/.chaostoolkit/settings.yaml)")
    .option("--no-verify-tls", "load from servers whose certificate can't be verified")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      "\nPython modules that an experiment names are imported to be looked at.\nExit codes: 0 valid, 1 something is wrong, 2 a source can't be read.",
    )
    .action(async (sources: string[], options: ValidateCommandOptions) => {
      process.exitCode = await validate(sources, options);
    });
}

async function validate(sources: readonly string[], options: ValidateCommandOptions): Promise<number> {
  const reports: SourceReport[] = [];
  for (const source of sources) {
    const report = await look(source, options);
    reports.push(report);
    if (options.json !== true) process.stdout.write(describeValidation(report));
  }
  if (options.json === true) printJson(reports);
  if (reports.some((report) => "unusable" in report)) return 2;
  return reports.every((report) => report.valid) ? 0 : 1;
}

async function look(source: string, options: ValidateCommandOptions): Promise<SourceReport> {
  try {
    const validation = await validateSource(source, {
      environment: process.env,
      settings: options.settings,
      verifyTls: options.verifyTls,
    });
    const { problems, requirements, warnings } = validation;
    const runnable = problems.length + requirements.length === 0;
    return {
      source,
      valid: options.here === true ? runnable : problems.length === 0,
      runnable,
      problems,
      requirements,
      warnings,
    };
  } catch (error) {
    if (!(error instanceof LoadFailed)) throw error;
    return { source, valid: false, unusable: { code: error.code, message: error.message } };
  }
}
