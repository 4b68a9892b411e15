/** The commands from the guide, as processes: the shop is broken from outside, and takes its services with it when it ends. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";

import { startController } from "@morrow/resilience/controller";
import { expect, onTestFinished, test } from "vitest";

const main = fileURLToPath(new URL("main.ts", import.meta.url));
const morrow = fileURLToPath(new URL("../../apps/cli/src/main.ts", import.meta.url));

test("the shop starts with one command, is broken from its environment, and leaves nothing behind", async () => {
  const shop = await startShop({ MORROW_FAULT_RULES: "recommendations=hang", MORROW_FAULT_POINTS_URL: "" });
  const page = await fetch(shop.url);
  expect(page.status).toBe(200);
  const text = await page.text();
  expect(text).toContain("Popular this week");
  expect(text).toContain("from environment: MORROW_FAULT_RULES");
  expect(shop.services).toHaveLength(4);
  expect(await end(shop.process, "SIGTERM")).toEqual([0, null]);
  expect(shop.services.filter(isRunning)).toEqual([]);
});

test("`morrow fault-points set` breaks the running shop for as long as the command runs", async () => {
  const controller = await startController({ port: 0 });
  onTestFinished(() => controller.close());
  const shop = await startShop({ MORROW_FAULT_POINTS_URL: controller.url });
  await pageWith(shop.url, "Chosen for Ada");
  const set = start(
    [morrow, "fault-points", "set", "recommendations", "--hang", "--url", controller.url],
    {},
  );
  expect(await linesUntil(set.stdout, "Ctrl-C")).toContainEqual(expect.stringContaining("recommendations"));
  await pageWith(shop.url, "Popular this week");
  await end(set, "SIGINT");
  await pageWith(shop.url, "Chosen for Ada");
  await end(shop.process, "SIGTERM");
});

async function startShop(environment: Record<string, string>) {
  const shop = start([main], { PORT: "0", ...environment });
  const said = await linesUntil(shop.stdout, "pricing");
  const [url] = /http:\S+/.exec(said[0] ?? "") ?? [];
  const services = said.flatMap((line) => /kill (\d+)/.exec(line)?.[1] ?? []).map(Number);
  return { process: shop, url: url!, services };
}

function start(command: readonly string[], environment: Record<string, string>) {
  const child = spawn(process.execPath, command, {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill());
  return child;
}

async function linesUntil(output: Readable, last: string): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: output })) {
    lines.push(line);
    if (line.includes(last)) break;
  }
  return lines;
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<unknown[]> {
  const exit = once(child, "exit");
  child.kill(signal);
  return await exit;
}

/** Loads the page until it says so. Rules come by a stream, and an open circuit lets calls through now and then. */
async function pageWith(url: string, text: string): Promise<void> {
  while (!(await (await fetch(url)).text()).includes(text));
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
