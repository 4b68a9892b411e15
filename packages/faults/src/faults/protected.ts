import { readProcess } from "../targets/index.ts";
import { expiryProgram, guardProgram } from "../undo/index.ts";
import type { Target } from "./fault.ts";
import { FaultRefused } from "./refusal.ts";

/**
 * Processes that nobody may make a fault of, however they were selected: without them the host, or the undo itself, does not work.
 * Selection leaves out init, the kernel's threads and our own ancestors already; this is checked again right before a fault is applied.
 */
const systemNames = /^(systemd.*|init|\(sd-pam\)|dbus-daemon|dbus-broker.*|sshd.*|login|agetty)$/;

/** @throws FaultRefused `selection.too-wide` */
export async function refuseProtected(targets: readonly Target[]): Promise<void> {
  const carriers = await ancestors();
  for (const target of targets) {
    const because = protectedBecause(target, carriers);
    if (because !== null)
      throw new FaultRefused(
        "selection.too-wide",
        `The selection finds process ${target.pid} (${target.name}), ${because}. Narrow it.`,
      );
  }
}

function protectedBecause(target: Target, carriers: ReadonlySet<number>): string | null {
  if (target.pid === 1) return "which is the first process of this system";
  if (carriers.has(target.pid)) return "which runs this experiment";
  if (target.commandLine === "") return "which is a thread of the kernel";
  if (target.commandLine.includes(guardProgram) || target.commandLine.includes(expiryProgram))
    return "which undoes faults";
  return systemNames.test(target.name) ? "which this system needs to work" : null;
}

/** This process and everything it runs under: stopping one of them stops the undo. */
async function ancestors(): Promise<Set<number>> {
  const found = new Set<number>();
  let pid = process.pid;
  while (pid > 0 && !found.has(pid)) {
    found.add(pid);
    pid = (await readProcess(pid))?.parent ?? 0;
  }
  return found;
}
