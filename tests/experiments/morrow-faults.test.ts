import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, watch } from "node:fs";

import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { RunFolder } from "./morrow-run.ts";

let folder: RunFolder;
let worker: ChildProcess;
beforeEach(async () => {
  folder = await RunFolder.make();
  worker = spawn("sleep", ["600"], { stdio: "ignore" });
  await new Promise((resolve) => worker.once("spawn", resolve));
});
afterEach(async () => {
  worker.kill("SIGKILL");
  await folder.remove();
});

/**
 * T for stopped, Z for ended, S for one that goes on (asleep, or running for a moment because it was just started or resumed): from field 3
 * of /proc/PID/stat; "gone" when there is no such process.
 */
function stateOf(pid: number | undefined): string {
  try {
    const state = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.[0] ?? "";
    return state.replace(/[RD]/, "S");
  } catch {
    return "gone";
  }
}

function stateOfWorker(): string {
  return stateOf(worker.pid);
}

const asks = (name: string, script: string, more = {}): object => ({
  type: "probe",
  name,
  provider: { type: "process", path: "sh", arguments: ["-c", script] },
  ...more,
});
/** The same as a command of the shell. */
const state = (): string => `cut -d' ' -f3 /proc/${worker.pid}/stat | tr RD SS`;
const pauses = (duration = 60): object => ({
  type: "action",
  name: "pause the worker",
  provider: {
    type: "morrow",
    fault: "pause-process",
    select: { pid: worker.pid },
    duration,
    limits: { spare: 0 },
  },
});
const experiment = (fields: object): object => ({
  title: "Faults",
  description: "Of Morrow itself",
  method: [],
  ...fields,
});

describe.skipIf(process.platform !== "linux")("faults of Morrow in an experiment", () => {
  test("last until the hypothesis was checked, and are over before the rollbacks", async () => {
    await folder.write(
      "e.json",
      experiment({
        "steady-state-hypothesis": {
          title: "The worker is there",
          probes: [asks("worker", `${state()} >> states; true`, { tolerance: 0 })],
        },
        method: [pauses()],
        rollbacks: [asks("rollback", `${state()} >> states`)],
      }),
    );
    const { exitCode, journal } = await folder.run(["e.json"]);
    expect({ exitCode, states: folder.read("states").split("\n") }).toEqual({
      exitCode: 0,
      states: ["S", "T", "S", ""],
    });
    expect(journal).toMatchObject({
      status: "completed",
      verdict: "held",
      run: [{ status: "succeeded", output: { targets: [expect.stringContaining(String(worker.pid))] } }],
    });
  });

  test("end at an activity that says so, and when the run is interrupted", async () => {
    await folder.write(
      "e.json",
      experiment({
        method: [
          pauses(),
          { type: "action", name: "resume", provider: { type: "morrow", end: "pause the worker" } },
          asks("resumed", `${state()} > states`),
          { ...pauses(), name: "again" },
          asks("waits", "touch ready; sleep 30"),
        ],
      }),
    );
    const child = folder.start(["e.json", "--rollback-strategy", "never"]);
    const watcher = watch(folder.path, (_event, name) => {
      if (name !== "ready") return;
      expect(stateOfWorker()).toBe("T");
      watcher.close();
      child.kill("SIGTERM");
    });
    const exitCode = await new Promise((resolve) => child.once("close", resolve));
    expect({ exitCode, resumed: folder.read("states").trim(), now: stateOfWorker() }).toEqual({
      exitCode: 1,
      resumed: "S",
      now: "S",
    });
    expect(JSON.parse(folder.read("journal.json"))).toMatchObject({
      status: "interrupted",
      verdict: "inconclusive",
    });
  });

  test("are undone before a stop condition stops the run", async () => {
    await folder.write(
      "e.json",
      experiment({
        extensions: [
          {
            name: "morrow",
            frequency: 0.1,
            stop: [asks("worker goes on", `test "$(${state()})" = S`, { tolerance: 0 })],
          },
        ],
        method: [pauses(), asks("waits", "sleep 30"), asks("never", "touch executed")],
        rollbacks: [asks("rollback", `${state()} > states`)],
      }),
    );
    const { exitCode, journal } = await folder.run(["e.json"]);
    expect({
      exitCode,
      states: folder.read("states").trim(),
      executed: folder.has("executed"),
      now: stateOfWorker(),
    }).toEqual({ exitCode: 1, states: "S", executed: false, now: "S" });
    expect(journal).toMatchObject({
      status: "aborted",
      verdict: "deviated",
      morrow: { stopped: '"worker goes on" is outside of its tolerance.' },
    });
  });

  test("are not made when a stop condition is not met to begin with", async () => {
    await folder.write(
      "e.json",
      experiment({
        extensions: [{ name: "morrow", stop: [asks("never met", "false", { tolerance: 0 })] }],
        method: [pauses(), asks("never", "touch executed")],
      }),
    );
    const { exitCode, journal } = await folder.run(["e.json"]);
    expect({ exitCode, executed: folder.has("executed"), now: stateOfWorker() }).toEqual({
      exitCode: 1,
      executed: false,
      now: "S",
    });
    expect(journal).toMatchObject({ status: "aborted", run: [], verdict: "inconclusive" });
  });

  test("are undone when somebody halts, and the run ends", async () => {
    await folder.write("e.json", experiment({ method: [pauses(), asks("waits", "touch ready; sleep 30")] }));
    const running = folder.run(["e.json"]);
    await new Promise<void>((resolve) => {
      const watcher = watch(folder.path, (_event, name) => {
        if (name !== "ready") return;
        watcher.close();
        resolve();
      });
    });
    await folder.halt("faults");
    const { exitCode, journal } = await running;
    expect({ exitCode, now: stateOfWorker() }).toEqual({ exitCode: 1, now: "S" });
    expect(journal).toMatchObject({
      status: "aborted",
      verdict: "inconclusive",
      morrow: { stopped: expect.stringContaining("a test") },
    });
  });

  test("are only planned in a dry run, with real targets and their undo", async () => {
    await folder.write("e.json", experiment({ method: [pauses()] }));
    const { exitCode, journal, output } = await folder.run(["e.json", "--dry", "actions"]);
    const plan = {
      targets: [expect.stringContaining(String(worker.pid))],
      effect: expect.any(String),
      undo: expect.any(String),
    };
    expect({ exitCode, now: stateOfWorker() }).toEqual({ exitCode: 0, now: "S" });
    expect(journal).toMatchObject({ run: [{ status: "succeeded", output: plan }] });
    expect(output).toContain("undo:");
  });

  test("are refused without touching anything when the limits say so", async () => {
    await folder.write(
      "e.json",
      experiment({
        method: [
          { ...pauses(), provider: { type: "morrow", fault: "pause-process", select: { pid: worker.pid } } },
        ],
      }),
    );
    const { journal } = await folder.run(["e.json"]);
    expect(stateOfWorker()).toBe("S");
    expect(journal).toMatchObject({
      status: "completed",
      verdict: "inconclusive",
      run: [{ status: "failed" }],
    });
  });
});

test("secrets are in neither journal nor events", async () => {
  await folder.write(
    "e.json",
    experiment({
      secrets: { group: { token: { type: "env", key: "CASE_TOKEN" } } },
      method: [asks("tells", "echo token is ${token}")],
    }),
  );
  const { output, errors, journal } = await folder.run(["e.json", "--json"], { CASE_TOKEN: "s3cr3t-t0k3n" });
  expect(journal).toMatchObject({ run: [{ output: { stdout: "token is [secret]\n" } }] });
  expect(output + errors + JSON.stringify(journal)).not.toContain("s3cr3t");
  expect(
    output
      .trim()
      .split("\n")
      .map((line) => (JSON.parse(line) as { kind: string }).kind),
  ).toEqual([
    "started",
    "method-started",
    "activity-started",
    "activity-ended",
    "method-ended",
    "rollbacks-started",
    "rollbacks-ended",
    "ended",
  ]);
});

test("a run goes on to its end when nobody reads its events any more", async () => {
  await folder.write(
    "e.json",
    experiment({
      method: [asks("first", "sleep 0.2"), asks("second", "true")],
      rollbacks: [asks("mend", "touch mended")],
    }),
  );
  const child = folder.start(["e.json", "--json"]);
  child.stdout?.once("data", () => child.stdout?.destroy());
  const exitCode = await new Promise((resolve) => child.once("close", resolve));
  expect({ exitCode, mended: folder.has("mended") }).toEqual({ exitCode: 0, mended: true });
});

test.skipIf(process.platform !== "linux")("Python ends with the run, also when that is killed", async () => {
  await folder.write(
    "dozing.py",
    "import os, time\ndef doze():\n    open('ready', 'w').write(str(os.getpid()))\n    time.sleep(600)\n",
  );
  await folder.write(
    "e.json",
    experiment({
      method: [
        { type: "action", name: "doze", provider: { type: "python", module: "dozing", func: "doze" } },
      ],
    }),
  );
  const child = folder.start(["e.json"], { PYTHONPATH: folder.path });
  const watcher = watch(folder.path, (_event, name) => {
    if (name !== "ready" || folder.read("ready") === "") return;
    watcher.close();
    child.kill("SIGKILL");
  });
  // Python holds the same standard error: the pipe ends once both are gone.
  child.stderr?.resume();
  child.stdout?.resume();
  await new Promise((resolve) => child.once("close", resolve));
  // The pipe ends a moment before the process does, and nobody may have reaped it yet, with the one who would being gone.
  const pid = Number(folder.read("ready"));
  await expect.poll(() => stateOf(pid)).toMatch(/^(?:gone|Z)$/);
});
