import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import { createEngine, type FaultEngine } from "@morrow/faults";
import { openStateFolder, stateOf, identityOf } from "@morrow/faults/undo";

import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";

import { runMorrow, type Ran } from "./run-morrow.ts";

const report = z.object({
  undone: z.array(z.object({ id: z.string() })),
  left: z.array(z.object({ id: z.string(), state: z.string(), controllerAlive: z.boolean().nullable() })),
});

let root: string;
let engine: FaultEngine;
let target: ReturnType<typeof spawn>;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "morrow-cli-undo-"));
  engine = createEngine({ stateFolder: root, experiment: "Slow replica" });
  target = spawn("sleep", ["1000"], { stdio: "ignore" });
});
afterEach(async () => {
  await engine.close();
  target.kill("SIGKILL");
  // The guard goes by itself, and may write into its folder as it does.
  rmSync(root, { recursive: true, force: true, maxRetries: 20 });
});

const morrow = (...words: string[]): Promise<Ran> =>
  runMorrow(words, { environment: { MORROW_FAULTS: root } });

async function pauseTarget(): Promise<string> {
  const { id } = await engine.apply({
    fault: "pause-process",
    select: { pid: target.pid ?? 0 },
    durationMs: 120_000,
    limits: { spare: 0 },
  });
  return id;
}

function targetState(): string | null {
  const identity = identityOf(target.pid ?? 0);
  return identity === null ? null : stateOf(identity);
}

test("nothing is left: exit code 0", async () => {
  expect(await morrow("undo")).toMatchObject({ code: 0, out: "No fault is left.\n", err: "" });
  const { out } = await morrow("undo", "--json");
  expect(JSON.parse(out)).toEqual({ undone: [], left: [] });
});

test("a fault of a running experiment is shown and left alone, until it is named", async () => {
  const id = await pauseTarget();
  const shown = await morrow("undo");
  expect(shown.code).toBe(1);
  expect(shown.out).toContain(`process ${target.pid} (sleep)`);
  expect(shown.out).toContain("experiment: Slow replica");
  expect(shown.out).toContain("the process that applied it is running");
  expect(targetState()).toBe("T");
  const json = await morrow("undo", "--json");
  expect(json.code).toBe(1);
  expect(report.parse(JSON.parse(json.out)).left).toEqual([{ id, state: "applied", controllerAlive: true }]);
  const undone = await morrow("undo", id.slice(0, 23));
  expect(undone).toMatchObject({ code: 0, out: "No fault is left.\n" });
  expect(undone.err).toContain("Undone: pause-process");
  expect(targetState()).not.toBe("T");
});

test("--all undoes also what runs", async () => {
  await pauseTarget();
  const { code, out } = await morrow("undo", "--all", "--json");
  expect(code).toBe(0);
  expect(report.parse(JSON.parse(out))).toMatchObject({ undone: [{}], left: [] });
  expect(targetState()).not.toBe("T");
});

test("an id that nobody knows is not understood", async () => {
  expect(await morrow("undo", "0000")).toMatchObject({
    code: 2,
    err: expect.stringContaining("begins with 0000"),
  });
});

test("a damaged record is loud and stays", async () => {
  const path = join(openStateFolder(root).pending, "01a21796-6222-701b-bfd2-070802a415eb.json");
  writeFileSync(path, "");
  const { code, out } = await morrow("undo", "--all");
  expect(code).toBe(1);
  expect(out).toContain("damaged because: it is empty");
  expect(out).toContain(`remove the file ${path} yourself`);
  expect(readFileSync(path, "utf8")).toBe("");
});

test("a halt undoes everything and says so to whoever starts something, until it is lifted", async () => {
  await pauseTarget();
  const halted = await morrow("halt", "--reason", "a real outage");
  expect(halted).toMatchObject({ code: 0, out: "No fault is left.\n" });
  expect(targetState()).not.toBe("T");
  await expect(pauseTarget()).rejects.toThrow("why: a real outage");
  expect((await morrow("halt")).err).toContain("It was halted already");
  expect(await morrow("halt", "--lift", "--reason", "x")).toMatchObject({ code: 2 });
  expect(await morrow("halt", "--lift")).toMatchObject({ code: 0, err: "Lifted. Faults may start again.\n" });
  expect(await morrow("halt", "--lift")).toMatchObject({ code: 0, err: "Nothing was halted.\n" });
});

test("the proxy begins with what earlier commands left", async () => {
  const folder = openStateFolder(root);
  const path = join(folder.pending, "01a21796-6222-701b-bfd2-070802a415eb.json");
  writeFileSync(path, "{");
  const main = fileURLToPath(new URL("../../apps/cli/src/main.ts", import.meta.url));
  const proxy = spawn(process.execPath, [main, "proxy", "--port", "0"], {
    env: { PATH: process.env["PATH"], MORROW_FAULTS: root },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for await (const line of createInterface(proxy.stderr)) {
    said += line;
    if (said.includes("is damaged")) break;
  }
  expect(said).toContain("is damaged");
  await once(createInterface(proxy.stdout), "line");
  proxy.kill("SIGTERM");
  await once(proxy, "exit");
});
