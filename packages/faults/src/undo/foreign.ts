import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

import { claim } from "./claim.ts";
import { livingGuard } from "./guard/start-guard.ts";
import type { StateFolder } from "./state-folder.ts";

/**
 * A state folder may be shared by accident: a home folder on the network, a volume of several containers. To us the processes in its records
 * look as if they were gone, and we would take out records whose faults stand. So such a folder is refused.
 */

/** A guard says who it is some milliseconds after it has the lock. */
const startsWithinMs = 3000;
const pollMs = 50;

/** @throws when a guard works here that we can't see: it lives in another container or on another host */
export async function refuseForeignGuard(folder: StateFolder): Promise<void> {
  const path = join(folder.root, "guard.lock");
  const started = performance.now();
  while (existsSync(path) && livingGuard(folder) === null) {
    const held = claim(path);
    held?.release();
    if (held !== null) return;
    if (performance.now() - started > startsWithinMs)
      throw new Error(
        `Faults of another container or host are pending in ${folder.root}. Give each a folder of its own with MORROW_FAULTS.`,
      );
    await wait(pollMs);
  }
}

/** @throws when the folder was first used by another machine. Containers often have no machine id; then only the guard tells. */
export function refuseForeignMachine(folder: StateFolder): void {
  const ours = readIfThere("/etc/machine-id");
  if (ours === null || ours === "") return;
  const path = join(folder.root, "machine");
  const first = readIfThere(path);
  if (first === null || first === "") writeFileSync(path, `${ours}\n`, { mode: 0o600 });
  else if (first !== ours)
    throw new Error(
      `The folder ${folder.root} belongs to another machine (${first}). Give each machine a folder of its own with MORROW_FAULTS, or remove the file ${path} if that machine is no more.`,
    );
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, "utf8").trim();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
