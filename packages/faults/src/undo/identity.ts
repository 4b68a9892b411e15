import { readFileSync } from "node:fs";

import { parseStat, type ProcessStat } from "./process-stat.ts";
import type { ProcessIdentity } from "./step.ts";

/**
 * Who a process is, beyond its number, and the clock that deadlines are kept by. /proc is read synchronously: it is memory, and asking takes
 * about 20 µs, less than a trip to the thread pool.
 */
let currentBoot: string | undefined;

/** Identity of the running boot; null where there is no /proc. */
export function bootId(): string | null {
  currentBoot ??= readProc("/proc/sys/kernel/random/boot_id")?.trim();
  return currentBoot ?? null;
}

/** Seconds since boot, suspended time included. Nobody sets this clock. */
export function uptimeSeconds(): number {
  const text = readProc("/proc/uptime");
  if (text === null) throw new Error("There is no /proc/uptime on this system.");
  return Number(text.split(" ", 1)[0]);
}

/** @returns null when there is no such process, or it has ended and only waits to be collected */
export function identityOf(pid: number): ProcessIdentity | null {
  const boot = bootId();
  const stat = readStat(pid);
  return boot === null || stat === null ? null : { pid, startTicks: stat.startTicks, bootId: boot };
}

export function ownIdentity(): ProcessIdentity {
  const identity = identityOf(process.pid);
  if (identity === null) throw new Error("Processes can't be told apart on this system: there is no /proc.");
  return identity;
}

export function isAlive(identity: ProcessIdentity): boolean {
  return stateOf(identity) !== null;
}

/** R, S, D, T … of proc(5), or null when exactly this process is gone. */
export function stateOf(identity: ProcessIdentity): string | null {
  if (identity.bootId !== bootId()) return null;
  const stat = readStat(identity.pid);
  return stat === null || stat.startTicks !== identity.startTicks ? null : stat.state;
}

export function sameProcess(one: ProcessIdentity, other: ProcessIdentity): boolean {
  return one.pid === other.pid && one.startTicks === other.startTicks && one.bootId === other.bootId;
}

/** Null when it is gone, or has ended and only waits to be collected. */
function readStat(pid: number): ProcessStat | null {
  const text = readProc(`/proc/${pid}/stat`);
  if (text === null) return null;
  const stat = parseStat(text);
  return stat.state === "Z" || stat.state === "X" ? null : stat;
}

function readProc(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    // ESRCH: the process ended between opening and reading.
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ESRCH"))
      return null;
    throw error;
  }
}
