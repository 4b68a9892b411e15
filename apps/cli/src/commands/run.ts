import { existsSync } from "node:fs";

import {
  type Dry,
  ExperimentRefused,
  hypothesisStrategies,
  type HypothesisStrategy,
  Interruption,
  parseVariables,
  type RollbackStrategy,
  rollbackStrategies,
  type RunListener,
  runSource,
} from "@morrow/faults/experiments";
import { Command, InvalidArgumentError, Option } from "commander";

import { recoverLeft } from "../output/recover-left.ts";
import { showRun } from "./run/show-run.ts";

interface RunCommandOptions {
  journalPath: string;
  rollbackStrategy?: RollbackStrategy;
  hypothesisStrategy?: HypothesisStrategy | "continously";
  hypothesisFrequency: number;
  failFast?: boolean;
  failFastRatio: number;
  dry?: Dry;
  var: string[];
  varFile: string[];
  controlFile: string[];
  verifyTls: boolean;
  validation: boolean;
  settings?: string;
  json?: boolean;
}

const signals = ["SIGINT", "SIGTERM", "SIGUSR1", "SIGUSR2"] as const;

/** `morrow run FILE`: an experiment of Chaos Toolkit or Morrow, with the options of `chaos run`. */
export function runCommand(): Command {
  return new Command("run")
    .description("run an experiment, in the format of Chaos Toolkit, and undo its faults")
    .argument("<source>", "a file (.json, .yaml, .yml) or an http(s) address")
    .option("--journal-path <file>", "where to write what happened", "./journal.json")
    .addOption(
      new Option("--dry <what>", "don't execute these").choices(["probes", "actions", "activities", "pause"]),
    )
    .addOption(
      new Option("--rollback-strategy <name>", "when to play the rollbacks").choices([...rollbackStrategies]),
    )
    .addOption(
      new Option("--hypothesis-strategy <name>", "when to check the hypothesis").choices([
        ...hypothesisStrategies,
        "continously",
      ]),
    )
    .option("--hypothesis-frequency <seconds>", "pause between two checks during the method", parseNumber, 1)
    .option("--fail-fast", "end the method when the hypothesis is not met during it")
    .option("--fail-fast-ratio <percent>", "only once so many of the checks were not met", parseNumber, 0)
    .option("--var <name[:type]=value>", "set a configuration value; may be repeated", collectVariable, [])
    .option(
      "--var-file <file>",
      "configuration and secrets, or a .env file; may be repeated",
      collectFile,
      [],
    )
    .option("--control-file <file>", "controls for this run; may be repeated", collectFile, [])
    .option("--settings <file>", "Chaos Toolkit's settings (default ~/.chaostoolkit/settings.yaml)")
    .option("--no-validation", "run without looking at the experiment first")
    .option("--no-verify-tls", "load the experiment from a server whose certificate can't be verified")
    .option("--json", "print each event of the run as a line of JSON")
    .addHelpText(
      "after",
      "\nExit codes: 0 completed without deviation, 1 refused, failed, aborted, interrupted, deviated or a fault is left, 2 not understood.",
    )
    .action(async (source: string, options: RunCommandOptions) => {
      process.exitCode = await run(source, options);
    });
}

async function run(source: string, options: RunCommandOptions): Promise<number> {
  const { hypothesisStrategy } = options;
  const interruption = new Interruption();
  // Who watched is gone; the run goes on to its rollbacks, and the journal tells what happened.
  process.stdout.on("error", () => {});
  const listeners = signals.map((signal) => {
    const interrupt = (): void => interruption.interrupt({ kind: "signal", signal });
    process.on(signal, interrupt);
    return () => process.off(signal, interrupt);
  });
  try {
    // A dry run only reads.
    if (options.dry === undefined) await recoverLeft();
    const result = await runSource(
      source,
      {
        ...options,
        failFast: options.failFast ?? false,
        hypothesisStrategy: hypothesisStrategy === "continously" ? "continuously" : hypothesisStrategy,
      },
      interruption,
      options.json === true ? printEvent : showRun(process.stdout),
    );
    return result.exitCode;
  } catch (error) {
    if (!(error instanceof ExperimentRefused)) throw error;
    if (options.json === true)
      process.stdout.write(`${JSON.stringify({ kind: "refused", message: error.message })}\n`);
    process.stderr.write(`morrow run: ${error.message}\n`);
    return 1;
  } finally {
    listeners.forEach((remove) => remove());
  }
}

const printEvent: RunListener = (event) => {
  process.stdout.write(`${JSON.stringify(event)}\n`);
};

function collectVariable(value: string, earlier: readonly string[]): string[] {
  try {
    parseVariables([value]);
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? error.message : String(error));
  }
  return [...earlier, value];
}

function collectFile(path: string, earlier: readonly string[]): string[] {
  if (!existsSync(path)) throw new InvalidArgumentError(`There is no file ${path}.`);
  return [...earlier, path];
}

function parseNumber(value: string): number {
  const number = Number(value);
  if (value.trim() === "" || !Number.isFinite(number) || number < 0)
    throw new InvalidArgumentError("Please give a number from 0.");
  return number;
}
