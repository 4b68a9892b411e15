import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";

import { expect, onTestFinished, test } from "vitest";

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
  // The shell starts a child and becomes a sleep that never collects it. The child waits for its input to end, so it can't end while
  // there is still a shell that would collect it.
  const parent = spawn("sh", ["-c", "exec 3<&0; cat <&3 & echo $!; exec sleep 1000"], {
    stdio: ["pipe", "pipe", "ignore"],
  });
  onTestFinished(() => void parent.kill("SIGKILL"));
  const [line] = await once(createInterface(parent.stdout), "line");
  const pid = Number(String(line));
  await waitFor(() => readFileSync(`/proc/${parent.pid}/comm`, "utf8") === "sleep\n");
  expect(identityOf(pid)).not.toBeNull();
  parent.stdin.end();
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
