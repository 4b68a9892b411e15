import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

import { startInBackground } from "../background.ts";
import { isAlive } from "../identity.ts";
import type { StateFolder } from "../state-folder.ts";
import { processIdentity, type ProcessIdentity } from "../step.ts";

export const guardProgram = fileURLToPath(new URL("guard.ts", import.meta.url));

/** A busy machine takes seconds to start a process. */
const patienceMs = 15_000;
/** A guard that signs off while we look makes the one we start end at once; then another is started. */
const startAgainMs = 2_000;
const pollMs = 10;

/** @returns the guard that works in this folder now, or null */
export function livingGuard(folder: StateFolder): ProcessIdentity | null {
  try {
    const identity = processIdentity.parse(JSON.parse(readFileSync(folder.guard, "utf8")));
    return isAlive(identity) ? identity : null;
  } catch {
    // Missing or damaged: there is none that we know of, and starting a second one is harmless.
    return null;
  }
}

/**
 * Returns once a guard works in this folder, and starts one when there is none.
 * @throws when none can be started; then nothing may be applied
 */
export async function ensureGuard(folder: StateFolder): Promise<ProcessIdentity> {
  const started = performance.now();
  let startedGuardAt = Number.NEGATIVE_INFINITY;
  for (;;) {
    const guard = livingGuard(folder);
    if (guard !== null) return guard;
    const now = performance.now();
    if (now - started > patienceMs)
      throw new Error(`The guard that undoes faults did not start within ${patienceMs / 1000} s.`);
    if (now - startedGuardAt > startAgainMs) {
      startedGuardAt = now;
      await startInBackground(folder, process.execPath, [guardProgram, folder.root]);
    }
    await wait(pollMs);
  }
}
