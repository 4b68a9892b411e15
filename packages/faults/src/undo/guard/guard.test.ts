import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect, onTestFinished, test } from "vitest";

import { halt } from "../halt.ts";
import { readHistory } from "../history.ts";
import { identityOf, isAlive } from "../identity.ts";
import { listPending, readRecord, writeRecord } from "../journal.ts";
import { openStateFolder, type StateFolder } from "../state-folder.ts";
import type { ProcessIdentity } from "../step.ts";
import { nothingToResume, recordOf, resume } from "../testing/records.ts";
import { guardOf, startTarget, temporaryFolder, waitFor, type TestTarget } from "../testing/world.ts";
import { undoLeft } from "../left.ts";
import { ensureGuard, livingGuard } from "./start-guard.ts";

/** A process that stands for a controller and can be killed. */
async function startController(): Promise<{ identity: ProcessIdentity; kill(): Promise<void> }> {
  const child = spawn("sleep", ["1000"], { stdio: "ignore" });
  onTestFinished(() => void child.kill("SIGKILL"));
  const identity = identityOf(child.pid ?? 0);
  if (identity === null) throw new Error("sleep did not start");
  return {
    identity,
    async kill() {
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}

async function stop(target: TestTarget): Promise<void> {
  process.kill(target.pid, "SIGSTOP");
  await waitFor(() => target.state() === "T");
}

/** Waits for the guard and says how the record ended. */
async function outcomeOf(folder: StateFolder, id: string): Promise<unknown> {
  await waitFor(() => readRecord(folder, id).name === "absent" && readHistory(folder).length > 0);
  return readHistory(folder).find((entry) => entry.id === id);
}

test("the guard undoes at the deadline, though nobody else does", async () => {
  const folder = openStateFolder(temporaryFolder());
  const target = startTarget();
  await stop(target);
  const record = recordOf([resume(target)], { seconds: 1 });
  await writeRecord(folder, record);
  await ensureGuard(folder);
  expect(await outcomeOf(folder, record.id)).toMatchObject({ role: "guard", cause: "deadline" });
  expect(target.state()).not.toBe("T");
});

test.each(["applied", "prepared"] as const)(
  "the guard undoes a fault that is %s at once when its controller is gone",
  async (name) => {
    const folder = openStateFolder(temporaryFolder());
    const [target, controller] = [startTarget(), await startController()];
    await stop(target);
    const record = recordOf([resume(target)], { controller: controller.identity, state: { name } });
    await writeRecord(folder, record);
    await ensureGuard(folder);
    await controller.kill();
    expect(await outcomeOf(folder, record.id)).toMatchObject({ role: "guard", cause: "controller-lost" });
    expect(target.state()).not.toBe("T");
  },
);

test("the guard undoes everything when it is halted", async () => {
  const folder = openStateFolder(temporaryFolder());
  const targets = [startTarget(), startTarget()];
  for (const target of targets) {
    await stop(target);
    await writeRecord(folder, recordOf([resume(target)]));
  }
  await ensureGuard(folder);
  await halt(folder, { who: "ada", why: "a real outage", at: new Date() });
  await waitFor(() => listPending(folder).records.length === 0);
  expect(targets.map((target) => target.state())).not.toContain("T");
});

test("what can't be undone becomes stuck, is loud, stays, and ends when it can be undone after all", async () => {
  const root = temporaryFolder();
  const folder = openStateFolder(root);
  const target = startTarget();
  await stop(target);
  // A file in the place of a namespace: it can't be entered, so nobody can say what is in it.
  const namespace = join(root, "no-namespace");
  writeFileSync(namespace, "");
  const broken = { kind: "delete-nftables-table", family: "inet", table: "morrow_test", namespace } as const;
  const record = recordOf([broken, resume(target)], { seconds: 0 });
  await writeRecord(folder, record);
  await ensureGuard(folder);
  await waitFor(() => listPending(folder).records[0]?.state.name === "stuck");
  // One step that fails keeps no other from being taken.
  expect(target.state()).not.toBe("T");
  await waitFor(() => readHistory(folder).length > 0);
  expect(readHistory(folder)).toMatchObject([{ event: "stuck", id: record.id, role: "guard" }]);
  expect(livingGuard(folder)).not.toBeNull();
  expect((await undoLeft(folder, [])).left).toMatchObject([{ id: record.id, state: "stuck" }]);
  // The guard tries again as well. It must not be at it, nor come first, when somebody else does.
  process.kill(guardOf(root), "SIGKILL");
  await waitFor(() => livingGuard(folder) === null);
  rmSync(namespace);
  expect(await undoLeft(folder, [])).toMatchObject({ undone: [{ id: record.id }], left: [] });
});

test("there is one guard in a folder, however many ask for it, and it goes when nothing is pending", async () => {
  const folder = openStateFolder(temporaryFolder());
  const record = recordOf([resume(startTarget())]);
  await writeRecord(folder, record);
  const guards = await Promise.all([ensureGuard(folder), ensureGuard(folder), ensureGuard(folder)]);
  expect(new Set(guards.map(({ pid }) => pid)).size).toBe(1);
  await waitFor(() => processesNaming(folder.root).length === 1);
  const [guard] = guards;
  expect(guard !== undefined && isAlive(guard)).toBe(true);
  await undoLeft(folder, "all");
  await waitFor(() => processesNaming(folder.root).length === 0);
  expect(existsSync(folder.guard)).toBe(false);
});

test("the guard belongs to no terminal, holds no file of ours, and has none of our secrets", async () => {
  const folder = openStateFolder(temporaryFolder());
  process.env["MORROW_TEST_SECRET"] = "not for others";
  onTestFinished(() => void delete process.env["MORROW_TEST_SECRET"]);
  // With nothing pending it would go, perhaps before it is looked at.
  await writeRecord(folder, recordOf([nothingToResume()]));
  const { pid } = await ensureGuard(folder);
  const session = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ")[3];
  expect(Number(session)).toBe(pid);
  expect(readFileSync(`/proc/${pid}/environ`, "utf8")).not.toContain("not for others");
});

test("a damaged record keeps no guard, and is left as it is", async () => {
  const folder = openStateFolder(temporaryFolder());
  const path = join(folder.pending, "damaged.json");
  writeFileSync(path, '{"version": 1, "id":');
  await ensureGuard(folder);
  await waitFor(() => livingGuard(folder) === null);
  expect(readFileSync(path, "utf8")).toBe('{"version": 1, "id":');
  expect((await undoLeft(folder, "all")).left).toMatchObject([{ id: path, state: "damaged" }]);
});

function processesNaming(root: string): string[] {
  return readdirSync("/proc").filter((name) => {
    try {
      return /^\d+$/.test(name) && readFileSync(`/proc/${name}/cmdline`, "utf8").split("\0").includes(root);
    } catch {
      return false;
    }
  });
}
