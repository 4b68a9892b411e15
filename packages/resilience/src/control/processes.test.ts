import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setImmediate } from "node:timers/promises";

import { afterEach, expect, test } from "vitest";

import { startController } from "../controller/index.ts";
import { FaultPoints } from "../faults/fault-points.ts";
import { policy } from "../index.ts";
import { startBadController } from "../testing/bad-controller.ts";
import { faultsFromMorrow } from "./index.ts";

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

function start(script: string, ...args: string[]): ChildProcess {
  const child = spawn(process.execPath, [join(import.meta.dirname, "../testing", script), ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  return child;
}

test("a fault ends within its lease when its controller is killed", async () => {
  const controller = start("killed-controller.ts", "1000");
  if (controller.stdout === null) throw new Error("no output to read");
  const [url] = await once(createInterface(controller.stdout), "line");
  const points = new FaultPoints();
  using _ = faultsFromMorrow({ url: String(url), service: "shop", points });
  const reviews = policy({ name: "reviews", points });
  const call = () => reviews.execute(async () => "good").catch((error: Error) => error.message);
  while ((await call()) !== "injected") await setImmediate();
  const killed = once(controller, "exit");
  controller.kill("SIGKILL");
  await killed;
  // The last event may have come just before; it can't have come after.
  const source = points.source(`morrow: ${url} for shop`);
  expect(source.until - performance.now()).toBeLessThanOrEqual(1000);
  while ((await call()) === "injected") await setImmediate();
  expect(await call()).toBe("good");
});

test("following does not keep a process alive, whether a controller is there or silent", async () => {
  const controller = await startController({ port: 0 });
  await using silent = await startBadController("silent");
  for (const url of [controller.url, silent.url, "http://127.0.0.1:9"]) {
    const [code] = await once(start("follower.ts", url), "exit");
    expect(code).toBe(0);
  }
  await controller.close();
});
