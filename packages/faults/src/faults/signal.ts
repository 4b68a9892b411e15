import { setTimeout as wait } from "node:timers/promises";

import { readProcess } from "../targets/process-table.ts";
import type { ProcessIdentity } from "../undo/step.ts";

/** How often /proc is asked while waiting for a process to change; the kernel has no event for other people's processes. */
const pollMs = 10;

/**
 * Sends a signal to exactly this process: its start time is compared right before, because numbers are given again.
 * @returns false when the process is gone
 */
export async function signalProcess(target: ProcessIdentity, signal: NodeJS.Signals): Promise<boolean> {
  if ((await stateOf(target)) === null) return false;
  try {
    return process.kill(target.pid, signal);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ESRCH") return false;
    throw error;
  }
}

/** R, S, D, T … or null when the process has ended (also when only its entry for the parent is left). */
export async function stateOf(target: ProcessIdentity): Promise<string | null> {
  const entry = await readProcess(target.pid);
  const same = entry !== null && entry.startTicks === target.startTicks && entry.bootId === target.bootId;
  return same && entry.state !== "Z" ? entry.state : null;
}

/** Waits until the state is one that was wanted. @returns whether it was reached in time */
export async function reachesState(
  target: ProcessIdentity,
  wanted: (state: string | null) => boolean,
  withinMs: number,
): Promise<boolean> {
  const started = performance.now();
  while (!wanted(await stateOf(target))) {
    if (performance.now() - started > withinMs) return false;
    await wait(pollMs);
  }
  return true;
}
