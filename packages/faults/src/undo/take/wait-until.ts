import { setTimeout as wait } from "node:timers/promises";

/** The kernel acts on a signal when the process is next scheduled; there is no event for processes that are not our children. */
const pollMs = 5;

/** @returns whether the condition came true within the time */
export async function waitUntil(condition: () => boolean, withinMs: number): Promise<boolean> {
  const started = performance.now();
  while (!condition()) {
    if (performance.now() - started > withinMs) return false;
    await wait(pollMs);
  }
  return true;
}
