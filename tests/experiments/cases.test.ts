import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { afterAll, beforeAll, describe, test } from "vitest";

import {
  type CaseServer,
  startCaseServer,
} from "../../packages/faults/src/experiments/testing/case-server.ts";
import { runCases } from "../../packages/faults/src/experiments/testing/cases/index.ts";
import {
  type Command,
  type Outcome,
  outcomeOf,
} from "../../packages/faults/src/experiments/testing/outcome.ts";
import { modulesPath, recordedPath } from "../../packages/faults/src/experiments/testing/recorded.ts";

/** What Chaos Toolkit itself did with these experiments; `npm run test:peers -- --record` records it anew. */
const recorded: Readonly<Record<string, Outcome>> = JSON.parse(readFileSync(recordedPath, "utf8"));

const main = join(import.meta.dirname, "..", "..", "apps", "cli", "src", "main.ts");
const morrow: Command = (settings) => [process.execPath, main, "run", "--settings", settings];
const interpreter = process.env["MORROW_PYTHON"] ?? "python3";
const has = {
  python: spawnSync(interpreter, ["--version"]).status === 0,
  chaoslib: spawnSync(interpreter, ["-c", "import chaoslib"]).status === 0,
};

let server: CaseServer;
beforeAll(async () => {
  server = await startCaseServer();
});
afterAll(() => server.close());

describe.concurrent("an experiment of Chaos Toolkit ends as it does there", () => {
  test.for(runCases)("$name", async (one, { expect, skip }) => {
    if (one.needs !== undefined)
      skip(!has[one.needs], `there is no ${one.needs} here; MORROW_PYTHON may name a Python that has it`);
    const environment = { ...process.env, PYTHONPATH: modulesPath };
    const { output, ...outcome } = await outcomeOf(one, morrow, server, environment);
    expect(outcome, output).toEqual(recorded[one.name]);
  });
});
