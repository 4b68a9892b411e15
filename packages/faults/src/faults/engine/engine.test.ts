import { afterEach, expect, test } from "vitest";

import { halt, isHalted, liftHalt, listPending, readHistory, stateFolderAt } from "../../undo/index.ts";
import { guardOf, startTarget, temporaryFolder, waitFor } from "../../undo/testing/world.ts";
import { createEngine } from "./engine.ts";
import type { FaultEngine } from "./request.ts";

/** Asleep, running or waiting for the disk, as a process is that was only just started. */
const goesOn = /^[SRD]$/;

const engines: FaultEngine[] = [];

afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.close();
});

function engineIn(root: string, options: Partial<Parameters<typeof createEngine>[0]> = {}): FaultEngine {
  const engine = createEngine({ stateFolder: root, experiment: "a test", ...options });
  engines.push(engine);
  return engine;
}

test("a dry run says what would happen and touches nothing", async () => {
  const root = temporaryFolder();
  const target = startTarget();
  const preview = await engineIn(root).plan({
    fault: "pause-process",
    select: { pid: target.pid },
    durationMs: 30_000,
    limits: { spare: 0 },
  });
  expect(preview.targets).toEqual([`process ${target.pid} (sleep)`]);
  expect(preview.effect).toContain("30 s");
  expect(preview.undo).toContain("SIGCONT");
  expect(target.state()).toMatch(goesOn);
  expect(listPending(stateFolderAt(root)).records).toEqual([]);
});

test("a fault is recorded before it is applied, and undone when it is ended", async () => {
  const root = temporaryFolder();
  const folder = stateFolderAt(root);
  const target = startTarget();
  const engine = engineIn(root);
  const applied = await engine.apply({
    fault: "pause-process",
    select: { pid: target.pid },
    durationMs: 60_000,
    limits: { spare: 0 },
  });
  expect(target.state()).toBe("T");
  expect(listPending(folder).records).toMatchObject([
    { id: applied.id, fault: "pause-process", experiment: "a test", state: { name: "applied" } },
  ]);
  await applied.end();
  expect(target.state()).not.toBe("T");
  expect(listPending(folder).records).toEqual([]);
  expect(readHistory(folder)).toMatchObject([
    { event: "undone", id: applied.id, role: "runner", cause: "ended" },
  ]);
  await applied.end();
});

test("a fault ends at its deadline by itself", async () => {
  const root = temporaryFolder();
  const target = startTarget();
  const engine = engineIn(root);
  const ended = new Promise((resolve) => {
    engine.onEvent((event) => event.name === "ended" && resolve(event.id));
  });
  const applied = await engine.apply({
    fault: "pause-process",
    select: { pid: target.pid },
    durationMs: 600,
    limits: { spare: 0 },
  });
  expect(await ended).toBe(applied.id);
  expect(target.state()).not.toBe("T");
});

test("two faults of one kind on one target are refused: the second would remember what the first made", async () => {
  const root = temporaryFolder();
  const target = startTarget();
  const request = {
    fault: "exhaust-file-descriptors",
    select: { pid: target.pid },
    durationMs: 60_000,
    limits: { spare: 0 },
  };
  const before = target.fileLimit();
  await engineIn(root).apply(request);
  const lowered = target.fileLimit();
  expect(lowered).toBeLessThan(before);
  await expect(engineIn(root).apply({ ...request, arguments: { headroom: 1 } })).rejects.toMatchObject({
    code: expect.stringMatching(/^fault\./),
  });
  expect(target.fileLimit()).toBe(lowered);
  await engines[0]?.close();
  expect(target.fileLimit()).toBe(before);
});

test("never the last one, unless somebody says so", async () => {
  const target = startTarget();
  await expect(
    engineIn(temporaryFolder()).apply({
      fault: "terminate-process",
      select: { pid: target.pid },
      durationMs: 1000,
    }),
  ).rejects.toMatchObject({ code: "limit.last-healthy" });
  expect(target.state()).toMatch(goesOn);
});

test("what can't be undone is on record before it is done", async () => {
  const root = temporaryFolder();
  const target = startTarget();
  const applied = await engineIn(root).apply({
    fault: "terminate-process",
    select: { pid: target.pid },
    durationMs: 1000,
    limits: { spare: 0 },
  });
  expect(applied.deadlineAt).toBeNull();
  expect(target.state()).toBeNull();
  expect(readHistory(stateFolderAt(root))).toMatchObject([
    { event: "made-without-undo", fault: "terminate-process" },
  ]);
});

test("the same seed takes the same processes", async () => {
  const targets = Array.from({ length: 6 }, () => startTarget());
  const request = {
    fault: "pause-process",
    select: { pid: targets.map(({ pid }) => pid) },
    take: "50%",
    durationMs: 60_000,
  };
  const once = await engineIn(temporaryFolder(), { seed: "a" }).plan(request);
  expect(once.targets).toHaveLength(3);
  expect(await engineIn(temporaryFolder(), { seed: "a" }).plan(request)).toEqual(once);
});

test("our own process and those it runs under are refused", async () => {
  for (const pid of [process.pid, process.ppid])
    await expect(
      engineIn(temporaryFolder()).plan({
        fault: "pause-process",
        select: { pid },
        durationMs: 1000,
        limits: { spare: 0 },
      }),
    ).rejects.toMatchObject({ code: expect.stringMatching(/^selection\./) });
});

test("a guard that was killed is replaced", async () => {
  const root = temporaryFolder();
  const target = startTarget();
  const engine = engineIn(root);
  await engine.apply({
    fault: "pause-process",
    select: { pid: target.pid },
    durationMs: 60_000,
    limits: { spare: 0 },
  });
  const restarted = new Promise<void>((resolve) => {
    engine.onEvent((event) => event.name === "guard-restarted" && resolve());
  });
  process.kill(guardOf(root), "SIGKILL");
  await restarted;
  expect(target.state()).toBe("T");
});

test("a halt undoes first, then tells, and keeps anything from starting", async () => {
  const root = temporaryFolder();
  const folder = stateFolderAt(root);
  const target = startTarget();
  const engine = engineIn(root);
  const request = {
    fault: "pause-process",
    select: { pid: target.pid },
    durationMs: 60_000,
    limits: { spare: 0 },
  };
  await engine.apply(request);
  const stateWhenTold = new Promise((resolve) => {
    engine.onHalt(() => resolve(target.state()));
  });
  expect(await halt(folder, { who: "somebody", why: "a real outage", at: new Date() })).toBe(true);
  expect(await stateWhenTold).not.toBe("T");
  expect(isHalted(folder)).toBe(true);
  await expect(engine.apply(request)).rejects.toMatchObject({ code: "fault.halted" });
  await expect(engineIn(root).apply(request)).rejects.toThrow("a real outage");
  await liftHalt(folder);
  await waitFor(() => listPending(folder).records.length === 0);
  await (await engineIn(root).apply(request)).end();
});
