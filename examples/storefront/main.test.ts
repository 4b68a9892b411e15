/** The command from the guide, as a process: it is broken from its environment, and takes its services with it when it ends. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import { expect, test } from "vitest";

const main = fileURLToPath(new URL("main.ts", import.meta.url));

test("the shop starts with one command, is broken from its environment, and leaves nothing behind", async () => {
  const environment = {
    ...process.env,
    PORT: "0",
    MORROW_FAULTS: "recommendations=hang,instead",
    MORROW_FAULT_POINTS_URL: "",
  };
  const shop = spawn(process.execPath, [main], { env: environment, stdio: ["ignore", "pipe", "inherit"] });
  const exit = once(shop, "exit");
  const said: string[] = [];
  for await (const line of createInterface({ input: shop.stdout })) {
    said.push(line);
    if (line.includes("pricing")) break;
  }
  const [url] = /http:\S+/.exec(said[0] ?? "") ?? [];
  const page = await fetch(url!);
  expect(page.status).toBe(200);
  const text = await page.text();
  expect(text).toContain("Popular this week");
  expect(text).toContain("from environment: MORROW_FAULTS");
  const services = said.flatMap((line) => /kill (\d+)/.exec(line)?.[1] ?? []).map(Number);
  expect(services).toHaveLength(4);
  shop.kill("SIGTERM");
  expect(await exit).toEqual([0, null]);
  expect(services.filter(isRunning)).toEqual([]);
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
