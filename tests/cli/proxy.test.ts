import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface, type Interface } from "node:readline";

import { afterEach, expect, test } from "vitest";

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

async function startProxy(
  ...args: string[]
): Promise<{ child: ChildProcess; errors: Interface; lines: AsyncIterator<string>; first: string }> {
  const main = join(import.meta.dirname, "../../apps/cli/src/main.ts");
  const child = spawn(process.execPath, [main, "proxy", "--port", "0", ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.push(child);
  if (child.stdout === null || child.stderr === null) throw new Error("no output to read");
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const first = String((await lines.next()).value);
  return { child, errors: createInterface(child.stderr), lines, first };
}

test("morrow proxy serves its API until it is told to stop", async () => {
  const { child, lines, first } = await startProxy("--json", "--seed", "5", "--token", "secret");
  const started = JSON.parse(first);
  expect(started).toMatchObject({ event: "api-started", seed: 5 });
  expect((await fetch(`${started.url}/version`)).status).toBe(401);
  const made = await fetch(`${started.url}/proxies`, {
    method: "POST",
    headers: { Authorization: "Bearer secret" },
    body: JSON.stringify({ name: "db", listen: "127.0.0.1:0", upstream: "127.0.0.1:9" }),
  });
  expect(made.status).toBe(201);
  expect(JSON.parse(String((await lines.next()).value))).toMatchObject({
    event: "proxy-started",
    proxy: "db",
  });
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
});

test("it warns of what other machines can reach, and speaks to people", async () => {
  const { errors, first } = await startProxy("--host", "0.0.0.0");
  expect(first).toMatch(/^The fault proxy listens for its API at http:/);
  const [warning] = await once(errors, "line");
  expect(warning).toMatch(/WARNING: anybody who reaches/);
});

test("what it does not understand ends it with code 2", async () => {
  const { child } = await startProxy("--port", "many");
  const [code] = child.exitCode === null ? await once(child, "exit") : [child.exitCode];
  expect(code).toBe(2);
});
