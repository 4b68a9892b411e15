import { readdir, readFile, readlink } from "node:fs/promises";

import type { Target } from "../faults/fault.ts";
import { bootId, parseStat, type ProcessStat } from "../undo/index.ts";

/** A process as /proc shows it (proc(5)). */
export interface ProcessEntry extends Target, Omit<ProcessStat, keyof Target> {}

/** @returns null when there is no such process (any more) */
export async function readProcess(pid: number): Promise<ProcessEntry | null> {
  try {
    const [stat, status, commandLine] = await Promise.all([
      readFile(`/proc/${pid}/stat`, "utf8"),
      readFile(`/proc/${pid}/status`, "utf8"),
      readFile(`/proc/${pid}/cmdline`, "utf8"),
    ]);
    return {
      ...parseStat(stat),
      pid,
      bootId: bootId() ?? "",
      user: userOf(status),
      commandLine: joined(commandLine),
    };
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

/** Every process that can be seen now, in the order of their numbers. */
export async function listProcesses(): Promise<ProcessEntry[]> {
  const names = await readdir("/proc");
  const pids = names.filter((name) => /^\d+$/.test(name)).map(Number);
  const entries = await Promise.all(pids.map(readProcess));
  return entries.filter((entry) => entry !== null).toSorted((one, other) => one.pid - other.pid);
}

/** Sockets (inode numbers) that a process holds open; empty when we may not look. */
export async function socketsOf(pid: number): Promise<Set<string>> {
  const sockets = new Set<string>();
  for (const descriptor of await openDescriptors(pid)) {
    const link = await readlink(`/proc/${pid}/fd/${descriptor}`).catch(() => "");
    const inode = /^socket:\[(\d+)\]$/.exec(link)?.[1];
    if (inode !== undefined) sockets.add(inode);
  }
  return sockets;
}

/** Numbers of the files that a process holds open; empty when it is gone or we may not look. */
export async function openDescriptors(pid: number): Promise<number[]> {
  const names = await readdir(`/proc/${pid}/fd`).catch(() => []);
  return names.map(Number).toSorted((one, other) => one - other);
}

function userOf(status: string): number {
  return Number(/^Uid:\s+(\d+)/m.exec(status)?.[1] ?? Number.NaN);
}

function joined(commandLine: string): string {
  return commandLine.replaceAll("\0", " ").trimEnd();
}

/** A process may end between any two reads of its files: ENOENT before, ESRCH during. */
function isGone(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ESRCH");
}
