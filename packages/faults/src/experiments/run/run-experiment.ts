import { type Halt, readHalt, stateFolderAt, watchHalt } from "../../undo/index.ts";
import { Controls } from "../controls/index.ts";
import { type Experiment, readExperiment } from "../document/index.ts";
import { ExperimentRefused } from "../failures.ts";
import { substitute } from "../substitution/index.ts";
import {
  type Dictionary,
  get,
  isDictionary,
  isList,
  isNumber,
  pythonText,
  toNumber,
} from "../values/index.ts";
import { copyDictionary, type MutableDictionary } from "../values-in-place.ts";
import { now, secondsBetween } from "./clock.ts";
import type { RunEvent } from "./events.ts";
import { hypothesisOf, probesOf } from "./hypothesis.ts";
import { startJournal } from "./journal.ts";
import { LazyFaults } from "./lazy-faults.ts";
import { type Prepared, prepareVariables } from "./prepare.ts";
import { redactor } from "./redact.ts";
import { Run, type RunOptions, type RunResult } from "./run.ts";
import type { Session } from "./session.ts";

type Emit = (event: RunEvent) => void;

/**
 * Runs a valid experiment from its gate to its rollbacks (chaoslib.run.Runner). Whatever happens, the faults of Morrow itself are over
 * when this returns, or are named as stuck. @throws ExperimentRefused when nothing was executed
 */
export async function runExperiment(document: Dictionary, options: RunOptions): Promise<RunResult> {
  const folder = stateFolderAt(options.stateFolder);
  const halt = readHalt(folder);
  if (halt !== null) throw refusedBy(halt);
  const typed = readExperiment(document);
  const experiment: MutableDictionary = { ...copyDictionary(document), dry: options.dry };
  // Secrets are known only once they were read; nothing before that speaks of them.
  let redact = redactor({});
  const emit: Emit = (event) => options.listener({ ...redact(event), at: now().iso });
  const faults = faultsOf(typed, options, emit);
  try {
    const parts = { python: options.python, faults, signal: options.interruption.signal };
    const prepared = await prepareVariables(experiment, options.variables, options.environment, parts);
    redact = redactor(prepared.secrets);
    experiment["title"] = substitute(get(experiment, "title") ?? "", prepared);
    const start = now();
    const session = sessionOf(experiment, prepared, { options, faults, emit, startedAt: start.iso });
    announce(session, prepared, options);
    const unwatch = watchHalt(folder, ({ text }) =>
      options.interruption.interrupt({
        kind: "stopped",
        by: "halt",
        because: `Everything was halted. ${text}`,
      }),
    );
    try {
      const run = new Run(session, typed, options, faults);
      await run.play();
      run.finish(secondsBetween(start, now()));
      await run.end();
      return run.result(redact);
    } finally {
      unwatch();
    }
  } finally {
    await faults.close();
  }
}

function refusedBy({ text }: Halt): ExperimentRefused {
  const because = text.trim().replaceAll("\n", "\n  ");
  return new ExperimentRefused(
    `Everything is halted, so nothing starts. Lift it with \`morrow halt --lift\` when it is over.\n  ${because}`,
  );
}

function faultsOf({ title, morrow }: Experiment, options: RunOptions, emit: Emit): LazyFaults {
  return new LazyFaults({
    stateFolder: options.stateFolder,
    experiment: title,
    limits: morrow.limits,
    durationMs: isNumber(morrow.duration) ? toNumber(morrow.duration) * 1000 : null,
    environment: options.environment,
    emit,
  });
}

interface Around {
  readonly options: RunOptions;
  readonly faults: LazyFaults;
  readonly emit: Emit;
  readonly startedAt: string;
}

function sessionOf(
  experiment: MutableDictionary,
  { configuration, secrets }: Prepared,
  { options, faults, emit, startedAt }: Around,
): Session {
  const note = (message: string): void => emit({ kind: "note", level: "warning", message });
  return {
    experiment,
    activities: referable(experiment),
    configuration,
    secrets,
    journal: startJournal(experiment, startedAt),
    controls: new Controls({ ...options, experiment, configuration, secrets, note }),
    python: options.python,
    faults,
    interruption: options.interruption,
    environment: options.environment,
    dry: options.dry,
    emit,
  };
}

function announce(
  { emit, experiment }: Session,
  { failed }: Prepared,
  { dry, strategies }: RunOptions,
): void {
  for (const name of failed)
    emit({
      kind: "note",
      level: "warning",
      message: `The configuration "${name}" could not be read by its probe, and is left out.`,
    });
  emit({ kind: "started", title: pythonText(experiment["title"] ?? ""), dry, ...strategies });
}

/** The activities of method and hypothesis by name; the last one of a name counts, those of the hypothesis after the method's. */
function referable(experiment: Dictionary): ReadonlyMap<string, Dictionary> {
  const method = get(experiment, "method");
  const steps = [...(isList(method) ? method : []), ...probesOf(hypothesisOf(experiment))].filter(
    isDictionary,
  );
  return new Map(steps.map((step) => [pythonText(get(step, "name") ?? ""), step]));
}
