import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";

import { expect, test } from "vitest";

import { bootId, identityOf, isAlive, ownIdentity, stateOf, uptimeSeconds } from "./identity.ts";
import { startTarget, waitFor } from "./testing/world.ts";

test("a process is itself, and no other with its number", () => {
  const self = ownIdentity();
  expect(self).toMatchObject({ pid: process.pid, bootId: bootId() });
  expect(isAlive(self)).toBe(true);
  expect(isAlive({ ...self, startTicks: self.startTicks - 1 })).toBe(false);
  expect(isAlive({ ...self, bootId: "another boot" })).toBe(false);
});

test("a stopped process is alive, an ended one is not", async () => {
  const target = startTarget();
  process.kill(target.pid, "SIGSTOP");
  await waitFor(() => stateOf(target) === "T");
  expect(isAlive(target)).toBe(true);
  process.kill(target.pid, "SIGKILL");
  await waitFor(() => !isAlive(target));
});

test("a process that has ended and waits to be collected is gone", async () => {
  // The shell starts a child, does not wait for it, and becomes a sleep that never will.
  const parent = spawn("sh", ["-c", "sleep 0 & echo $!; exec sleep 1000"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [line] = await once(parent.stdout, "data");
  const pid = Number(String(line));
  await waitFor(() => identityOf(pid) === null);
  expect(existsSync(`/proc/${pid}`)).toBe(true);
  parent.kill("SIGKILL");
  await once(parent, "exit");
});

test("the clock since boot does not go back", () => {
  const first = uptimeSeconds();
  expect(first).toBeGreaterThan(0);
  expect(uptimeSeconds()).toBeGreaterThanOrEqual(first);
});
