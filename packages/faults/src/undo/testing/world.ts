import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

import { onTestFinished } from "vitest";

import { livingGuard } from "../guard/start-guard.ts";
import { identityOf, isAlive, stateOf } from "../identity.ts";
import { stateFolderAt } from "../state-folder.ts";
import type { ProcessIdentity } from "../step.ts";

/** Real processes and folders for the tests of undo; all are gone when the test is. */
export interface TestTarget extends ProcessIdentity {
  /** S sleeping, T stopped …; null when it has ended. */
  state(): string | null;
  /** Soft limit of open files. */
  fileLimit(): number;
}

export function startTarget(): TestTarget {
  const child = spawn("sleep", ["1000"], { stdio: "ignore" });
  onTestFinished(() => void child.kill("SIGKILL"));
  const identity = child.pid === undefined ? null : identityOf(child.pid);
  if (identity === null) throw new Error("sleep did not start");
  return {
    ...identity,
    state: () => stateOf(identity),
    fileLimit: () =>
      Number(/^Max open files\s+(\d+)/m.exec(readFileSync(`/proc/${identity.pid}/limits`, "utf8"))?.[1]),
  };
}

/** A state folder of its own; its guard is ended with the test. */
export function temporaryFolder(): string {
  const root = mkdtempSync(join(tmpdir(), "morrow-undo-"));
  onTestFinished(async () => {
    const guard = livingGuard(stateFolderAt(root));
    if (guard !== null) process.kill(guard.pid, "SIGKILL");
    if (guard !== null) await waitFor(() => !isAlive(guard));
    // An expiry process may be writing its last line there.
    rmSync(root, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  });
  return root;
}

export function guardOf(root: string): number {
  const guard = livingGuard(stateFolderAt(root));
  if (guard === null) throw new Error("there is no guard");
  return guard.pid;
}

/**
 * Other people's processes and files send us no events. The limit is a little less than that of a test, so that what did not come true is
 * said; a busy machine takes seconds to start a process.
 */
export async function waitFor(condition: () => boolean, withinMs = 100_000): Promise<void> {
  const started = performance.now();
  while (!condition()) {
    if (performance.now() - started > withinMs)
      throw new Error(`did not come true in time: ${String(condition)}`);
    await wait(10);
  }
}
