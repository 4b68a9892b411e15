import { mkdtemp, readdir, readFile, rm, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, test } from "vitest";

import { planFault } from "../testing/plan-fault.ts";
import { readProcess } from "../targets/index.ts";
import { stateOf } from "../undo/index.ts";
import { takeStep } from "../undo/take/index.ts";
import type { ArmedFault } from "./fault.ts";
import { reachesState } from "./signal.ts";

const megabyte = 1e6;

function loadProcessOf(armed: ArmedFault): { pid: number; startTicks: number; bootId: string } {
  const [step] = armed.steps;
  if (step?.kind !== "end-process") throw new Error("a load is undone by ending its process");
  return step.process;
}

async function undo(armed: ArmedFault): Promise<void> {
  for (const step of armed.steps) await takeStep(step);
  expect(stateOf(loadProcessOf(armed))).toBeNull();
}

/** Processor time in clock ticks (10 ms), of all threads: fields 14 and 15 of /proc/PID/stat. */
async function ticksOf(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/stat`, "utf8");
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  return Number(fields[11]) + Number(fields[12]);
}

test("an armed load does nothing until it is applied, and can be let go", async () => {
  const armed = await (await planFault("stress-memory", { arguments: { bytes: "64 MB" } })).arm();
  const load = loadProcessOf(armed);
  const status = await readFile(`/proc/${load.pid}/status`, "utf8");
  expect(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) * 1024).toBeLessThan(100 * 2 ** 20);
  expect(await readFile(`/proc/${load.pid}/oom_score_adj`, "utf8")).toBe("1000\n");
  await armed.discard();
  expect(stateOf(load)).toBeNull();
});

test("stressed memory is resident, and free again after the undo", async () => {
  const plan = await planFault("stress-memory", { arguments: { bytes: "200 MB" } });
  const armed = await plan.arm();
  await armed.apply();
  const status = await readFile(`/proc/${loadProcessOf(armed).pid}/status`, "utf8");
  expect(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) * 1024).toBeGreaterThan(200 * megabyte);
  await undo(armed);
});

test("memory that would leave less than the floor is refused with the numbers", async () => {
  await expect(planFault("stress-memory", { arguments: { bytes: "900 TB" } })).rejects.toMatchObject({
    code: "limit.floor",
  });
});

test("a stressed processor is busy until the undo", async () => {
  const plan = await planFault("stress-cpu", { arguments: { workers: 1, load: 100 } });
  const armed = await plan.arm();
  await armed.apply();
  const { pid } = loadProcessOf(armed);
  const before = await ticksOf(pid);
  // The load's own processor time is the clock: it only passes when the load runs.
  let used = 0;
  while (used < 20) used = (await ticksOf(pid)) - before;
  expect(used).toBeGreaterThanOrEqual(20);
  await undo(armed);
});

test("a load ends by itself when its time is over", async () => {
  const armed = await (await planFault("stress-cpu", { arguments: { workers: 1 }, durationMs: 1000 })).arm();
  await armed.apply();
  expect(await reachesState(loadProcessOf(armed), (state) => state === null, 20_000)).toBe(true);
});

test("a filled disk has less space, the file has no name, and the space comes back", async () => {
  const folder = await mkdtemp(join(tmpdir(), "morrow-fill-"));
  const plan = await planFault("fill-disk", { arguments: { folder, bytes: "64 MiB" } });
  const armed = await plan.arm();
  const evidence = await armed.apply();
  expect(evidence["bytes"]).toBe(64 * 2 ** 20);
  expect(await readdir(folder)).toEqual([]);
  expect(await heldBytes(loadProcessOf(armed).pid)).toBe(64 * 2 ** 20);
  await undo(armed);
  await rm(folder, { recursive: true });
});

/** Size of the largest file that a process holds open: /proc/PID/fdinfo gives the position after writing. */
async function heldBytes(pid: number): Promise<number> {
  const names = await readdir(`/proc/${pid}/fdinfo`);
  const texts = await Promise.all(
    names.map((name) => readFile(`/proc/${pid}/fdinfo/${name}`, "utf8").catch(() => "")),
  );
  return Math.max(...texts.map((text) => Number(/^pos:\s+(\d+)/m.exec(text)?.[1] ?? 0)));
}

test("a disk is never filled below the floor", async () => {
  const folder = await mkdtemp(join(tmpdir(), "morrow-fill-"));
  const { bavail, bsize } = await statfs(folder);
  await expect(
    planFault("fill-disk", { arguments: { folder, floor: bavail * bsize * 2 } }),
  ).rejects.toMatchObject({ code: "limit.floor" });
  await rm(folder, { recursive: true });
});

test("an unknown folder is refused before anything starts", async () => {
  await expect(planFault("fill-disk", { arguments: { folder: "/no/such/folder" } })).rejects.toMatchObject({
    code: "fault.arguments",
  });
  expect(await readProcess(process.pid)).not.toBeNull();
});
