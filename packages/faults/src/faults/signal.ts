import { setTimeout as wait } from "node:timers/promises";

import { isAlive, stateOf } from "../undo/index.ts";
import type { ProcessIdentity } from "../undo/step.ts";

/** How often /proc is asked while waiting for a process to change; the kernel has no event for other people's processes. */
const pollMs = 10;

/**
 * Sends a signal to exactly this process: its start time is compared right before, because numbers are given again.
 * @returns false when the process is gone
 */
export function signalProcess(target: ProcessIdentity, signal: NodeJS.Signals): boolean {
  if (!isAlive(target)) return false;
  try {
    return process.kill(target.pid, signal);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ESRCH") return false;
    throw error;
  }
}

/** Waits until the state (R, S, D, T … or null when it has ended) is one that was wanted. @returns whether it was reached in time */
export async function reachesState(
  target: ProcessIdentity,
  wanted: (state: string | null) => boolean,
  withinMs: number,
): Promise<boolean> {
  const started = performance.now();
  while (!wanted(stateOf(target))) {
    if (performance.now() - started > withinMs) return false;
    await wait(pollMs);
  }
  return true;
}
