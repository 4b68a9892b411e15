import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";

import { startCaseServer } from "../../packages/faults/src/experiments/testing/case-server.ts";
import { runCases } from "../../packages/faults/src/experiments/testing/cases/index.ts";
import {
  type Command,
  type Outcome,
  outcomeOf,
} from "../../packages/faults/src/experiments/testing/outcome.ts";
import { modulesPath, recordedPath } from "../../packages/faults/src/experiments/testing/recorded.ts";

const root = join(import.meta.dirname, "..", "..");
/** Cases mostly wait. */
const atOnce = 4;
const chaos: Command = (settings) => [
  "chaos",
  "--no-version-check",
  "--no-log-file",
  "--settings",
  settings,
  "run",
];
const morrow: Command = (settings) => [
  process.execPath,
  join(root, "apps", "cli", "src", "main.ts"),
  "run",
  "--settings",
  settings,
];

process.exitCode = (await compare(process.argv.slice(2))) === 0 ? 0 : 1;

/**
 * Runs every case through the original `chaos` and through Morrow and compares. `--record` writes what the original did to
 * recorded.json, which the normal tests compare Morrow with; further words choose cases by their name. Returns how many disagree.
 */
async function compare(words: readonly string[]): Promise<number> {
  const version = spawnSync("chaos", ["--version"], { encoding: "utf8" });
  if (version.error !== undefined) {
    process.stdout.write(
      "Chaos Toolkit is not compared: there is no `chaos` on the PATH.\n  python3 -m venv chaos && chaos/bin/pip install chaostoolkit 'chaostoolkit-lib[jsonpath]' && PATH=$PWD/chaos/bin:$PATH npm run test:peers\n",
    );
    return 0;
  }
  const wanted = words.filter((word) => !word.startsWith("-"));
  const cases = runCases.filter(
    ({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)),
  );
  process.stdout.write(`Chaos Toolkit: ${version.stdout.trim()}, ${cases.length} cases\n`);
  const server = await startCaseServer();
  const recorded: Record<string, Outcome> = {};
  const left = [...cases];
  let different = 0;
  try {
    const compareNext = async (): Promise<void> => {
      for (let one = left.shift(); one !== undefined; one = left.shift()) {
        const environment = { ...process.env, PYTHONPATH: modulesPath };
        const { output: _said, ...original } = await outcomeOf(one, chaos, server, environment);
        recorded[one.name] = original;
        if (words.includes("--record")) continue;
        const { output, ...own } = await outcomeOf(one, morrow, server, environment);
        const agrees = isDeepStrictEqual(original, own);
        if (!agrees) different += 1;
        process.stdout.write(
          `${agrees ? "agree " : "DIFFER"}  ${one.name.padEnd(60)} ${describe(original)}\n`,
        );
        if (!agrees)
          process.stdout.write(
            `${differences(original, own).join("\n")}\n${words.includes("--verbose") ? output : ""}`,
          );
      }
    };
    await Promise.all(Array.from({ length: atOnce }, compareNext));
  } finally {
    await server.close();
  }
  if (words.includes("--record"))
    writeFileSync(recordedPath, `${JSON.stringify(inOrder({ ...kept(wanted), ...recorded }), null, 1)}\n`);
  else process.stdout.write(`${cases.length - different} of ${cases.length} agree\n`);
  return different;
}

/** Recording a few cases keeps what the others did. */
function kept(wanted: readonly string[]): Record<string, Outcome> {
  return wanted.length === 0 ? {} : JSON.parse(readFileSync(recordedPath, "utf8"));
}

/** In the order of the cases, so that a new recording differs only where the original does. */
function inOrder(recorded: Readonly<Record<string, Outcome>>): Record<string, Outcome | undefined> {
  return Object.fromEntries(runCases.map(({ name }) => [name, recorded[name]]));
}

function describe({ exitCode, journal }: Outcome): string {
  return `exit ${exitCode}, ${journal === null ? "no journal" : `${String(journal.status)}${journal.deviated === true ? ", deviated" : ""}`}`;
}

/** The places where two outcomes are not the same. */
function differences(original: unknown, own: unknown, path = ""): string[] {
  if (isDeepStrictEqual(original, own)) return [];
  if (!isObject(original) || !isObject(own))
    return [`    ${path}: original ${JSON.stringify(original)}, Morrow ${JSON.stringify(own)}`];
  const keys = new Set([...Object.keys(original), ...Object.keys(own)]);
  return [...keys].flatMap((key) =>
    differences(original[key], own[key], path === "" ? key : `${path}.${key}`),
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
