import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { z } from "zod";

import { openDescriptors } from "../targets/process-table.ts";
import { isAlive } from "../undo/index.ts";
import type { Fault, FaultEvidence, Target } from "./fault.ts";
import { sayProcess, saySeconds } from "./quantity.ts";
import { FaultFailed, FaultRefused } from "./refusal.ts";

const run = promisify(execFile);

const argumentsOf = z.strictObject({
  /** How many more files and sockets each process can still open. */
  headroom: z.int().min(0).max(100_000).default(0),
});

interface Limited {
  readonly target: Target;
  /** The soft limit now, and the one that leaves just the headroom. */
  readonly before: number;
  readonly lowered: number;
}

/**
 * Lets running processes open no further files or sockets, by lowering their soft limit (RLIMIT_NOFILE) to what they hold open. What is
 * open stays open.
 */
export const exhaustFileDescriptors: Fault<z.infer<typeof argumentsOf>> = {
  name: "exhaust-file-descriptors",
  summary: "Lets processes open no further files or sockets, as a leak of descriptors would in the end.",
  arguments: argumentsOf,
  selects: "processes",
  async plan({ targets, durationMs, arguments: { headroom } }) {
    const limited = await Promise.all(targets.map((target) => measure(target, headroom)));
    const names = targets.map(sayProcess);
    return {
      targets: limited.map(
        ({ target, before, lowered }) => `${sayProcess(target)}: limit ${before} to ${lowered}`,
      ),
      effect: `Leaves ${names.join(", ")} ${headroom} more files to open for ${saySeconds(durationMs)}.`,
      undo: `Gives ${limited.map(({ target, before }) => `${sayProcess(target)} its limit of ${before}`).join(", ")} back.`,
      arm: async () => ({
        steps: limited.map(({ target: { pid, startTicks, bootId }, before }) => ({
          kind: "restore-file-limit",
          process: { pid, startTicks, bootId },
          soft: before,
        })),
        expiry: "expiry-process",
        apply: () => lower(limited, headroom),
        discard: async () => undefined,
      }),
    };
  },
};

async function measure(target: Target, headroom: number): Promise<Limited> {
  const [before, descriptors] = await Promise.all([softLimit(target.pid), openDescriptors(target.pid)]);
  const lowered = limitLeaving(headroom, descriptors);
  if (lowered >= before)
    throw new FaultRefused(
      "fault.arguments",
      `${sayProcess(target)} may open ${before} files, fewer than the headroom of ${headroom} would leave it.`,
    );
  return { target, before, lowered };
}

async function softLimit(pid: number): Promise<number> {
  try {
    const { stdout } = await run("prlimit", [
      "--pid",
      String(pid),
      "--nofile",
      "--noheadings",
      "--raw",
      "--output=SOFT",
    ]);
    return Number(stdout.trim());
  } catch (error) {
    throw new FaultRefused(
      "fault.unsupported",
      `The limit of process ${pid} can't be read: this needs prlimit (package util-linux) and the rights over that process.`,
      { cause: error },
    );
  }
}

/**
 * The kernel gives the lowest free number and refuses numbers from the limit on, so the limit is where just `headroom` free numbers lie
 * below it.
 */
export function limitLeaving(headroom: number, open: readonly number[]): number {
  const taken = new Set(open);
  let limit = 0;
  for (let free = 0; free < headroom || taken.has(limit); limit += 1) if (!taken.has(limit)) free += 1;
  return limit;
}

async function lower(limited: readonly Limited[], headroom: number): Promise<FaultEvidence> {
  const pids: number[] = [];
  for (const { target } of limited) {
    if (!isAlive(target)) continue;
    // Counted again: it may have opened or closed files since the plan.
    const limit = limitLeaving(headroom, await openDescriptors(target.pid));
    await run("prlimit", ["--pid", String(target.pid), `--nofile=${limit}:`]);
    pids.push(target.pid);
  }
  if (pids.length === 0) throw new FaultFailed("Every process that was to be limited had ended before.");
  return { limited: pids, headroom };
}
