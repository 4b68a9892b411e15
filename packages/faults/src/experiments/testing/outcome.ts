import { spawn } from "node:child_process";
import { existsSync, readFileSync, watch } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { RunCase } from "./cases/index.ts";
import type { CaseServer } from "./case-server.ts";

/** What is compared: everything of a run but times, texts of errors below the first line, and how often something was checked. */
export interface Outcome {
  readonly exitCode: number | null;
  /** Null when no journal was written. */
  readonly journal: JournalOutcome | null;
  readonly left: Readonly<Record<string, string | null>>;
}

export interface JournalOutcome {
  readonly status: unknown;
  readonly deviated: unknown;
  readonly title: unknown;
  readonly dry: unknown;
  readonly before: unknown;
  readonly after: unknown;
  /** Whether there was any check during the method, and whether all of them were met. */
  readonly during: string;
  readonly run: readonly unknown[];
  readonly rollbacks: readonly unknown[];
  readonly noted: unknown;
}

/** The program and the options that go before `run`. */
export type Command = (settingsPath: string) => readonly [string, ...string[]];

/** Runs a case in a folder of its own. */
export async function outcomeOf(
  one: RunCase,
  command: Command,
  server: CaseServer,
  environment: NodeJS.ProcessEnv,
): Promise<Outcome & { readonly output: string }> {
  const folder = await mkdtemp(join(tmpdir(), "morrow-case-"));
  try {
    const fill = (text: string): string =>
      text.replaceAll("@HTTP@", server.origin).replaceAll("@CLOSED@", server.closed);
    await mkdir(join(folder, "home"));
    await writeFile(join(folder, "settings.yaml"), JSON.stringify(one.settings ?? {}));
    await writeFile(join(folder, "experiment.json"), fill(JSON.stringify(one.experiment)));
    for (const [name, content] of Object.entries(one.files ?? {}))
      await writeFile(join(folder, name), content);
    const [program, ...before] = command(join(folder, "settings.yaml"));
    const words = [...before, "experiment.json", "--journal-path", "journal.json", ...(one.options ?? [])];
    const [exitCode, output] = await finished(
      program,
      words,
      folder,
      { ...environment, ...one.environment },
      one.signal,
    );
    const unfill = (text: string): string =>
      text
        .replaceAll(server.origin, "@HTTP@")
        .replaceAll(server.closed, "@CLOSED@")
        .replaceAll(`port=${new URL(server.closed).port}`, "port=@CLOSED@")
        .replaceAll(new URL(server.origin).host, "@HOST@");
    const read = (name: string): string | null =>
      existsSync(join(folder, name)) ? unfill(readFileSync(join(folder, name), "utf8")) : null;
    return {
      exitCode,
      journal: summarise(read("journal.json")),
      left: Object.fromEntries((one.leaves ?? []).map((name) => [name, read(name)])),
      output,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function finished(
  program: string,
  words: readonly string[],
  folder: string,
  environment: NodeJS.ProcessEnv,
  signal: NodeJS.Signals | undefined,
): Promise<[number | null, string]> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, {
      cwd: folder,
      env: { ...environment, HOME: join(folder, "home") },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
    const watcher =
      signal === undefined
        ? null
        : watch(folder, (_event, name) => {
            if (name !== "ready") return;
            watcher?.close();
            child.kill(signal);
          });
    child.on("error", reject);
    child.on("close", (code) => {
      watcher?.close();
      resolve([code, output]);
    });
  });
}

type Fields = Readonly<Record<string, unknown>>;

/** Null as well for a run that broke off: the original leaves no journal then, or half of one. */
function summarise(text: string | null): JournalOutcome | null {
  if (text === null) return null;
  let journal: Fields;
  try {
    journal = fields(JSON.parse(text));
  } catch {
    return null;
  }
  if (typeof fields(journal["morrow"])["broke_off"] === "string") return null;
  const states = fields(journal["steady_states"]);
  const during = list(states["during"]).map((one) => fields(one)["steady_state_met"]);
  return {
    status: journal["status"],
    deviated: journal["deviated"],
    title: fields(journal["experiment"])["title"],
    dry: fields(journal["experiment"])["dry"],
    before: state(states["before"]),
    after: state(states["after"]),
    during: during.length === 0 ? "none" : during.every((met) => met === true) ? "met" : "not met",
    run: list(journal["run"]).map(activity),
    rollbacks: list(journal["rollbacks"]).map(activity),
    noted: journal["noted"] ?? null,
  };
}

function state(value: unknown): unknown {
  if (value === null || value === undefined) return null;
  const { steady_state_met: met, probes } = fields(value);
  return { met, probes: list(probes).map(activity) };
}

function activity(value: unknown): unknown {
  const run = fields(value);
  const { name, type } = fields(run["activity"]);
  const exception = list(run["exception"]).at(-1);
  return {
    name,
    type,
    status: run["status"] ?? null,
    output: run["output"] ?? null,
    ...("tolerance_met" in run ? { tolerance_met: run["tolerance_met"] } : {}),
    ...("extra" in run ? { extra: run["extra"] } : {}),
    // Without addresses of objects in memory.
    ...(typeof exception === "string" ? { exception: exception.replace(/ at 0x[0-9a-f]+/g, "") } : {}),
    keys: Object.keys(run).toSorted(),
  };
}

function fields(value: unknown): Fields {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
