import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import * as fc from "fast-check";
import { expect, test } from "vitest";

import { parseStat } from "../undo/index.ts";
import { startEcho } from "../testing/start-echo.ts";
import { socketsListeningOn } from "./listening.ts";
import { carriersOf, isEligible, processPredicate } from "./predicate.ts";
import { listProcesses, readProcess } from "./process-table.ts";
import { selectProcesses } from "./select.ts";

const pids = async (predicate: Parameters<typeof selectProcesses>[0]): Promise<number[]> =>
  (await selectProcesses(predicate)).map(({ pid }) => pid);

test("a process is found by its number, command line, parent and listening port, alone and together", async () => {
  await using echo = await startEcho(`echo-${process.pid}-a`);
  await using other = await startEcho(`echo-${process.pid}-b`);
  const { pid } = echo.target;
  const { port } = JSON.parse(await echo.ask("listen")) as { port: number };

  expect(await pids({ pid })).toEqual([pid]);
  expect(await pids({ command: `^echo-${process.pid}-a` })).toEqual([pid]);
  expect(await pids({ port })).toEqual([pid]);
  expect(await pids({ parent: process.pid, command: `echo-${process.pid}` })).toEqual(
    [pid, other.target.pid].toSorted((one, next) => one - next),
  );
  expect(await pids({ port, pid: other.target.pid })).toEqual([]);
});

test("a process is found by the file that holds its number", async () => {
  await using echo = await startEcho();
  const folder = await mkdtemp(join(tmpdir(), "morrow-select-"));
  const pidFile = join(folder, "service.pid");
  await writeFile(pidFile, ` ${echo.target.pid}\n`);
  expect(await pids({ pidFile })).toEqual([echo.target.pid]);
  await rm(folder, { recursive: true });
  await expect(pids({ pidFile })).rejects.toMatchObject({ code: "selection.missing" });
});

test("neither init nor the process itself nor anything it runs under is ever found", async () => {
  const found = await pids({ command: "." });
  const carriers = carriersOf(process.pid, await listProcesses());
  expect(found).not.toContain(1);
  expect(found.filter((pid) => carriers.has(pid))).toEqual([]);
  expect(carriers).toContain(process.ppid);
});

test("a user is found by name", async () => {
  const ours = (await readProcess(process.pid))?.user;
  const byName = await selectProcesses({ user: "nobody" });
  expect(byName.map(({ user }) => user).filter((user) => user === ours && ours === 0)).toEqual([]);
  await expect(selectProcesses({ user: "no-such-user" })).rejects.toMatchObject({
    code: "selection.missing",
  });
});

test("a predicate without a condition, with an unknown one or a broken expression is refused", () => {
  expect(processPredicate.safeParse({}).success).toBe(false);
  expect(processPredicate.safeParse({ nmae: "x" }).success).toBe(false);
  expect(processPredicate.safeParse({ command: "(" }).success).toBe(false);
  expect(processPredicate.safeParse({ command: "a(b)" }).success).toBe(true);
});

test("the name of a process may hold blanks and parentheses", () => {
  const after = "S 7 1 1 0 -1 2097152 0 0 0 0 0 0 0 0 20 0 1 0 4711 0";
  fc.assert(
    fc.property(fc.stringMatching(/^[ a-z()0-9]{1,15}$/), (name) => {
      expect(parseStat(`12 (${name}) ${after}`)).toEqual({
        name,
        state: "S",
        parent: 7,
        startTicks: 4711,
        kernelThread: true,
      });
    }),
  );
});

test("a process that ends is no process, and zombies are never targets", async () => {
  const echo = await startEcho();
  await echo[Symbol.asyncDispose]();
  expect(await readProcess(echo.target.pid)).toBeNull();
  const self = (await readProcess(process.pid))!;
  expect(isEligible({ ...self, state: "Z" }, new Set())).toBe(false);
  expect(isEligible({ ...self, kernelThread: true }, new Set())).toBe(false);
  expect(isEligible(self, new Set())).toBe(true);
});

test("listening sockets are told from connected ones", () => {
  const table = [
    "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode",
    "   0: 0100007F:12C0 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 111 1",
    "   1: 0100007F:12C0 0100007F:D431 01 00000000:00000000 00:00000000 00000000     0        0 222 1",
    "   2: 00000000:0016 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 333 1",
  ].join("\n");
  expect(socketsListeningOn(4800, table)).toEqual(["111"]);
  expect(socketsListeningOn(22, table)).toEqual(["333"]);
});
