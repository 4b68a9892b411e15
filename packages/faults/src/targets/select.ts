import { readFile } from "node:fs/promises";

import type { Target } from "../faults/fault.ts";
import { FaultRefused } from "../faults/refusal.ts";
import { listenersOn } from "./listening.ts";
import {
  carriersOf,
  isEligible,
  matches,
  type ProcessPredicate,
  type ResolvedPredicate,
} from "./predicate.ts";
import { listProcesses, type ProcessEntry } from "./process-table.ts";

/**
 * Finds the processes that a predicate means now. Reads only; never finds init, the kernel's threads, or the processes that carry this one.
 * @throws FaultRefused `fault.unsupported` where there is no /proc, `selection.missing` when a user or a file that was named is not there
 */
export async function selectProcesses(predicate: ProcessPredicate): Promise<Target[]> {
  if (process.platform !== "linux")
    throw new FaultRefused("fault.unsupported", "Faults of processes need Linux: they read /proc.");
  const entries = await listProcesses();
  const resolved = await resolve(predicate, entries);
  const carriers = carriersOf(process.pid, entries);
  return entries
    .filter((entry) => isEligible(entry, carriers) && matches(entry, resolved))
    .map(({ pid, startTicks, bootId, name, commandLine, user }) => ({
      pid,
      startTicks,
      bootId,
      name,
      commandLine,
      user,
    }));
}

async function resolve(
  predicate: ProcessPredicate,
  entries: readonly ProcessEntry[],
): Promise<ResolvedPredicate> {
  const { pid, name, command, user, parent, port, pidFile } = predicate;
  const sets: ReadonlySet<number>[] = [];
  if (pid !== undefined) sets.push(new Set([pid].flat()));
  if (port !== undefined) sets.push(await listenersOn(port, entries));
  if (pidFile !== undefined) sets.push(new Set([await readPidFile(pidFile)]));
  const [first, ...others] = sets;
  return {
    ...(first !== undefined && { pids: others.reduce((all, next) => all.intersection(next), first) }),
    ...(name !== undefined && { name }),
    ...(command !== undefined && { command: new RegExp(command, "u") }),
    ...(user !== undefined && { user: typeof user === "number" ? user : await numberOfUser(user) }),
    ...(parent !== undefined && { parent }),
  };
}

async function readPidFile(path: string): Promise<number> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    throw new FaultRefused("selection.missing", `The file ${path} that names the process can't be read.`, {
      cause: error,
    });
  });
  const pid = Number(/^\s*(\d+)/.exec(text)?.[1]);
  if (!Number.isInteger(pid))
    throw new FaultRefused("selection.missing", `The file ${path} holds no process number.`);
  return pid;
}

async function numberOfUser(name: string): Promise<number> {
  const accounts = await readFile("/etc/passwd", "utf8");
  const account = accounts.split("\n").find((line) => line.startsWith(`${name}:`));
  if (account === undefined)
    throw new FaultRefused("selection.missing", `There is no user ${name} on this host.`);
  return Number(account.split(":")[2]);
}
