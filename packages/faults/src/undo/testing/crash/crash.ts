import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

import { livingGuard } from "../../guard/start-guard.ts";
import { isAlive, uptimeSeconds } from "../../identity.ts";
import { listPending, recordPath } from "../../journal.ts";
import type { UndoRecord } from "../../record.ts";
import { recover } from "../../recover.ts";
import { stateFolderAt, type StateFolder } from "../../state-folder.ts";
import type { Kind, Scene } from "./kinds.ts";

/** One run: a real runner applies a real fault, somebody is killed, and the fault is looked for until two seconds after its deadline. */

export const victims = ["runner", "guard", "runner and guard", "all three"] as const;
export type Victim = (typeof victims)[number];

/** From which stage the moment of the kill is counted. */
export const stages = ["applying", "recorded", "applied", "ending"] as const;

export interface Kill {
  readonly victim: Victim;
  readonly stage: (typeof stages)[number];
  /** Milliseconds after the stage began. */
  readonly afterMs: number;
  readonly durationMs: number;
}

export interface Outcome {
  /** What was on disk when the kill came. */
  readonly found: "no record" | "prepared" | "applied" | "undone";
  /** Seconds from the deadline to when the fault was last seen; negative when it ended before. Null when it was never seen after the kill. */
  readonly lastSeen: number | null;
  /** Seconds from the kill to when it was last seen. */
  readonly afterKill: number | null;
  /** Whether the fault was there at the deadline + 2 s. */
  readonly leftBehind: boolean;
  /** Records that were still there then, without a fault: the next start removes them. */
  readonly recordsLeft: number;
  /** Whether fault and record were gone after the next start. */
  readonly recovered: boolean;
}

const runnerProgram = fileURLToPath(new URL("runner.ts", import.meta.url));
const graceSeconds = 2;
const lookEveryMs = 60;

/** Seconds that a machine may keep us waiting beyond what we asked for: when it does so to us, it does to those who undo as well. */
const patienceSeconds = 0.5;

/** A machine that is too busy to apply the fault, or to undo it, within its time makes no run; the runner gives up by itself then. */
export class NotReached extends Error {
  override readonly name = "NotReached";
}

export async function crash(kind: Kind, kill: Kill, token: string): Promise<Outcome> {
  const root = mkdtempSync(join(tmpdir(), "morrow-crash-"));
  const folder = stateFolderAt(root);
  const scene = await kind.prepare(token);
  const runner = spawn(
    process.execPath,
    [
      runnerProgram,
      JSON.stringify({
        ...scene.order,
        root,
        durationMs: kill.durationMs,
        endAfterMs: kill.stage === "ending" ? 100 : null,
      }),
    ],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const exited = once(runner, "exit");
  try {
    await reach(runner.stdout, folder, kill.stage);
    await wait(kill.afterMs);
    const before = listPending(folder).records[0];
    killAll(kill.victim, runner.pid ?? 0, folder);
    const killedAt = uptimeSeconds();
    const { deadline, seen, late } = await watch(scene, folder, await firstDeadline(folder, kill, killedAt));
    const leftBehind = await scene.isThere();
    if (leftBehind && kill.victim !== "all three" && late > patienceSeconds)
      throw new NotReached(`the machine gave nobody a processor for ${late.toFixed(1)} s`);
    const recordsLeft = listPending(folder).records.length;
    if (kill.victim !== "guard") await recover(folder);
    return {
      found: foundAt(kill.stage, before),
      lastSeen: seen === null ? null : seen - deadline,
      afterKill: seen === null ? null : seen - killedAt,
      leftBehind,
      recordsLeft,
      recovered: !(await scene.isThere()) && listPending(folder).records.length === 0,
    };
  } finally {
    if (runner.exitCode === null && runner.signalCode === null) runner.kill("SIGKILL");
    await exited;
    await endGuard(folder);
    await scene.remove();
    rmSync(root, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
}

function foundAt(stage: Kill["stage"], record: UndoRecord | undefined): Outcome["found"] {
  if (record !== undefined) return record.state.name === "applied" ? "applied" : "prepared";
  return stage === "applying" ? "no record" : "undone";
}

/** The runner's output is read to the end: a runner that lives on must be able to speak. */
async function reach(
  output: NodeJS.ReadableStream,
  folder: StateFolder,
  stage: Kill["stage"],
): Promise<void> {
  const lines = createInterface({ input: output });
  await new Promise<void>((resolve, reject) => {
    lines.on("line", (line) => line === (stage === "recorded" ? "applying" : stage) && resolve());
    lines.on("close", () => reject(new NotReached(`the runner ended before it was ${stage}`)));
  });
  if (stage !== "recorded") return;
  const started = uptimeSeconds();
  while (!hasRecord(folder)) {
    if (uptimeSeconds() - started > 20) throw new Error("the runner wrote no record");
    await wait(1);
  }
}

function hasRecord(folder: StateFolder): boolean {
  return existsSync(folder.pending) && readdirSync(folder.pending).some((name) => name.endsWith(".json"));
}

function killAll(victim: Victim, runner: number, folder: StateFolder): void {
  const guard = livingGuard(folder)?.pid;
  const pids = {
    runner: [runner],
    guard: [guard],
    "runner and guard": [runner, guard],
    // The third first: it must not act between.
    "all three": [...expiryProcesses(folder), runner, guard],
  }[victim];
  for (const pid of pids) if (pid !== undefined) killIfThere(pid);
}

/** A guard that had nothing to do may have gone between. */
function killIfThere(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}

/** The deadline of the fault; a runner that lives on may write its record only now. */
async function firstDeadline(folder: StateFolder, kill: Kill, killedAt: number): Promise<number> {
  for (;;) {
    const record = listPending(folder).records[0];
    if (record !== undefined) return record.deadlineUptime;
    if (kill.victim !== "guard" || kill.stage !== "applying") return killedAt;
    if (uptimeSeconds() > killedAt + 20)
      throw new Error("the runner did not apply its fault after its guard was killed");
    await wait(20);
  }
}

/**
 * Looks until two seconds after the deadline, which a runner that waited for a guard still moves.
 * @returns seconds since boot, and the seconds by which the machine was late to wake us, at most
 */
async function watch(
  scene: Scene,
  folder: StateFolder,
  first: number,
): Promise<{ deadline: number; seen: number | null; late: number }> {
  let deadline = first;
  let seen: number | null = null;
  let late = 0;
  for (;;) {
    const now = uptimeSeconds();
    if (await scene.isThere()) seen = now;
    deadline = listPending(folder).records[0]?.deadlineUptime ?? deadline;
    const until = deadline + graceSeconds;
    if (now >= until) return { deadline, seen, late };
    const asked = performance.now() + Math.min(lookEveryMs, Math.max(1, (until - now) * 1000));
    await wait(asked - performance.now());
    late = Math.max(late, (performance.now() - asked) / 1000);
  }
}

function expiryProcesses(folder: StateFolder): number[] {
  const record = listPending(folder).records[0];
  if (record === undefined) return [];
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const words = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
        return words.includes(recordPath(folder, record.id)) || words.includes(record.id);
      } catch {
        return false;
      }
    });
}

async function endGuard(folder: StateFolder): Promise<void> {
  const guard = livingGuard(folder);
  if (guard === null) return;
  killIfThere(guard.pid);
  while (isAlive(guard)) await wait(10);
}
