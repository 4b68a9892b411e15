import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { createInterface, type Interface } from "node:readline";
import { join } from "node:path";
import { z } from "zod";

import { readProcess } from "../../targets/process-table.ts";
import type { ProcessIdentity } from "../../undo/step.ts";
import type { ArmedFault, FaultEvidence } from "../fault.ts";
import { FaultFailed } from "../refusal.ts";

/** The highest value of /proc/PID/oom_score_adj: taken first when memory runs short, before any process that matters. */
const takenFirst = "1000";

/**
 * Starts a load process, idle, and returns it armed: ending the process undoes everything it does.
 * @param file the load's own file beside this one
 * @param settings passed to it as JSON
 */
export async function armLoad(
  file: "cpu-load.ts" | "memory-load.ts" | "disk-load.ts",
  settings: Readonly<Record<string, unknown>>,
  durationMs: number,
): Promise<ArmedFault> {
  const child = spawn(process.execPath, [join(import.meta.dirname, file), JSON.stringify(settings)], {
    stdio: ["pipe", "pipe", "pipe"],
    detached: true,
  });
  const lines = createInterface({ input: child.stdout });
  try {
    await nextLine(child, lines);
    const identity = await identityOf(child);
    return {
      steps: [{ kind: "end-process", process: identity }],
      expiry: "itself",
      apply: () => begin(child, lines, durationMs),
      discard: () => stop(child),
    };
  } catch (error) {
    await stop(child);
    throw error;
  }
}

async function begin(child: ChildProcess, lines: Interface, durationMs: number): Promise<FaultEvidence> {
  child.stdin?.write(`${durationMs}\n`);
  const line = await nextLine(child, lines);
  child.unref();
  return z.record(z.string(), z.number()).parse(JSON.parse(line));
}

/** @throws FaultFailed with what the load process said when it ended instead */
async function nextLine(child: ChildProcess, lines: Interface): Promise<string> {
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve, reject) => {
    lines.once("line", resolve);
    child.once("error", (cause) =>
      reject(new FaultFailed("The load process could not be started.", { cause })),
    );
    child.once("close", () => reject(new FaultFailed(`The load process ended early. ${said.trim()}`.trim())));
  });
}

async function identityOf(child: ChildProcess): Promise<ProcessIdentity> {
  const entry = child.pid === undefined ? null : await readProcess(child.pid);
  if (entry === null) throw new FaultFailed("The load process ended early.");
  await writeFile(`/proc/${entry.pid}/oom_score_adj`, takenFirst);
  return { pid: entry.pid, startTicks: entry.startTicks, bootId: entry.bootId };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const closed = once(child, "close");
  child.kill("SIGKILL");
  await closed;
}
