import { existsSync, readFileSync } from "node:fs";

import { VariableFailed, parseVariables, readVariableFile } from "../configuration/index.ts";
import { Controls, loadGlobalControls } from "../controls/index.ts";
import { LoadFailed, loadDocument, UnreadableExperiment } from "../document/index.ts";
import { ExperimentRefused } from "../failures.ts";
import { InvalidExperiment, validateExperiment } from "../validate/index.ts";
import { validationHost } from "../providers/validation-host.ts";
import { Python } from "../providers/python/index.ts";
import { type Dictionary, isDictionary, pythonText, type Value } from "../values/index.ts";
import { defaultStateFolder } from "../../undo/index.ts";
import { now } from "./clock.ts";
import type { RunEvent, RunListener } from "./events.ts";
import type { Interruption } from "./interruption.ts";
import { fetchUnverified } from "./fetch-unverified.ts";
import type { GivenVariables } from "./prepare.ts";
import type { RunResult } from "./run.ts";
import { runExperiment } from "./run-experiment.ts";
import type { Dry } from "./session.ts";
import { authorizationsIn, defaultSettingsPath, loadSettings } from "./settings.ts";
import { chooseStrategies, type HypothesisStrategy, type RollbackStrategy } from "./strategies.ts";
import { checkJournalPath, writeJournal } from "./write-journal.ts";

/** What `morrow run` can be told; the names are those of `chaos run`. */
export interface RunFlags {
  readonly journalPath: string;
  readonly rollbackStrategy?: RollbackStrategy | undefined;
  readonly hypothesisStrategy?: HypothesisStrategy | undefined;
  /** Seconds. */
  readonly hypothesisFrequency: number;
  readonly failFast: boolean;
  /** Percent. */
  readonly failFastRatio: number;
  readonly dry?: Dry | undefined;
  /** name=value or name:type=value. */
  readonly var: readonly string[];
  readonly varFile: readonly string[];
  readonly controlFile: readonly string[];
  readonly verifyTls: boolean;
  readonly validation: boolean;
  readonly settings?: string | undefined;
}

export interface SourceResult extends RunResult {
  readonly journalPath: string;
}

/**
 * Loads, validates and runs an experiment and writes its journal, as `chaos run SOURCE` does.
 * @throws ExperimentRefused when nothing was executed, with everything that is wrong
 */
export async function runSource(
  source: string,
  flags: RunFlags,
  interruption: Interruption,
  listener: RunListener,
): Promise<SourceResult> {
  const emit = (event: RunEvent): void => listener({ ...event, at: now().iso });
  const note = (message: string): void => emit({ kind: "note", level: "warning", message });
  const environment: NodeJS.ProcessEnv = { ...process.env };
  const settings = loadSettings(flags.settings ?? defaultSettingsPath, note);
  checkJournalPath(flags.journalPath);
  const python = new Python({
    environment,
    onLog: (level, message) => emit({ kind: "note", level: noteLevel(level), message }),
    onSignal: (signal) => interruption.interrupt({ kind: "signal", signal }),
  });
  try {
    const variables = readVariables(flags, environment, note);
    const globals = await usableGlobals(settings, flags, python, note);
    const document = await load(source, {
      flags,
      settings,
      globals,
      python,
      interruption,
      environment,
      note,
    });
    if (flags.validation) await refuseInvalid(document, python, environment);
    if (!isDictionary(document)) throw new ExperimentRefused(`${source} is no experiment: it is no mapping.`);
    const { hypothesisStrategy: hypothesis, rollbackStrategy: rollbacks } = flags;
    const result = await runExperiment(document, {
      strategies: chooseStrategies(
        {
          ...(hypothesis === undefined ? {} : { hypothesis }),
          ...(rollbacks === undefined ? {} : { rollbacks }),
        },
        document,
        settings,
      ),
      schedule: {
        frequency: flags.hypothesisFrequency,
        failFast: flags.failFast,
        failFastRatio: flags.failFastRatio,
      },
      dry: flags.dry ?? null,
      variables,
      settings,
      globals,
      environment,
      python,
      stateFolder: defaultStateFolder(environment),
      interruption,
      listener,
    });
    await writeJournal(flags.journalPath, result.journal);
    const { status, deviated } = result.journal;
    const { verdict, because } = result;
    emit({
      kind: "ended",
      status: status ?? "completed",
      deviated,
      verdict,
      because,
      journal: flags.journalPath,
    });
    return { ...result, journalPath: flags.journalPath };
  } catch (error) {
    if (
      error instanceof LoadFailed ||
      error instanceof VariableFailed ||
      error instanceof UnreadableExperiment
    )
      throw new ExperimentRefused(error.message, { cause: error });
    throw error;
  } finally {
    await python.close();
  }
}

/** @throws InvalidExperiment with everything that is wrong */
async function refuseInvalid(document: Value, python: Python, environment: NodeJS.ProcessEnv): Promise<void> {
  const validation = await validateExperiment(document, await validationHost(document, python, environment));
  if (validation.problems.length > 0 || validation.requirements.length > 0)
    throw new InvalidExperiment(validation);
}

function readVariables(
  flags: RunFlags,
  environment: NodeJS.ProcessEnv,
  note: (message: string) => void,
): GivenVariables {
  let configuration: Dictionary = {};
  let secrets: Dictionary = {};
  for (const file of flags.varFile) {
    if (!existsSync(file)) throw new ExperimentRefused(`There is no file ${file}.`);
    const read = readVariableFile(file, readFileSync(file, "utf8"));
    switch (read.kind) {
      case "entries":
        configuration = { ...configuration, ...read.configuration };
        secrets = { ...secrets, ...read.secrets };
        break;
      case "environment":
        Object.assign(environment, read.variables);
        break;
      case "skipped":
        note(read.because);
    }
  }
  return { configuration: { ...configuration, ...parseVariables(flags.var) }, secrets };
}

/** Without those whose module can't be imported. */
async function usableGlobals(
  settings: Dictionary,
  flags: RunFlags,
  python: Python,
  note: (message: string) => void,
): Promise<Dictionary[]> {
  const globals = loadGlobalControls(settings, flags.controlFile, note);
  const usable: Dictionary[] = [];
  for (const control of globals) {
    const { provider } = control;
    const module = isDictionary(provider) && provider["type"] === "python" ? provider["module"] : null;
    if (typeof module !== "string" || (await python.controlFunctions(module, [], "main")) !== null)
      usable.push(control);
    else
      note(`The control "${pythonText(control["name"] ?? "")}" is left out: Python can't import ${module}.`);
  }
  return usable;
}

interface Loading {
  readonly flags: RunFlags;
  readonly settings: Dictionary;
  readonly globals: readonly Dictionary[];
  readonly python: Python;
  readonly interruption: Interruption;
  readonly environment: NodeJS.ProcessEnv;
  readonly note: (message: string) => void;
}

/** The document, with the controls of loading around it. */
async function load(source: string, loading: Loading): Promise<Value> {
  const { flags, settings, globals, python, interruption, environment, note } = loading;
  const nothing = { experiment: null, configuration: {}, secrets: {} };
  const controls = new Controls({ ...nothing, python, settings, globals, note });
  const place = { thread: "main", signal: interruption.signal };
  await controls.apply("loader", "before", source, null, place);
  const token = environment["CHAOSTOOLKIT_LOADER_AUTH_BEARER_TOKEN"];
  const { value } = await loadDocument(source, {
    authorizations: authorizationsIn(settings),
    signal: interruption.signal,
    ...(token === undefined || token === "" ? {} : { bearerToken: token }),
    ...(flags.verifyTls ? {} : { fetch: fetchUnverified }),
  });
  await controls.apply("loader", "after", source, value, place);
  return value;
}

function noteLevel(level: string): "info" | "warning" | "error" {
  if (level === "ERROR" || level === "CRITICAL") return "error";
  return level === "WARNING" ? "warning" : "info";
}
