import { readdirSync, readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { halt } from "../halt.ts";
import { readHistory } from "../history.ts";
import { readRecord, recordPath, withdrawRecord, writeRecord } from "../journal.ts";
import type { UndoRecord } from "../record.ts";
import { openStateFolder, type StateFolder } from "../state-folder.ts";
import { recordOf, resume } from "../testing/records.ts";
import { startTarget, temporaryFolder, waitFor, type TestTarget } from "../testing/world.ts";
import { startExpiry } from "./start-expiry.ts";

/** A stopped process and the record that lets it go on; there is no guard, and the controller (this test) does nothing. */
async function stopped(
  seconds: number,
): Promise<{ folder: StateFolder; target: TestTarget; record: UndoRecord }> {
  const folder = openStateFolder(temporaryFolder());
  const target = startTarget();
  process.kill(target.pid, "SIGSTOP");
  await waitFor(() => target.state() === "T");
  const record = recordOf([resume(target)], { seconds });
  await writeRecord(folder, record);
  return { folder, target, record };
}

test("it ends its fault at the deadline when nobody else does, and goes", async () => {
  const { folder, target, record } = await stopped(1);
  await startExpiry(folder, record);
  await waitFor(() => readRecord(folder, record.id).name === "absent" && readHistory(folder).length > 0);
  expect(target.state()).not.toBe("T");
  expect(readHistory(folder)).toMatchObject([{ id: record.id, role: "expiry-process", cause: "deadline" }]);
  await waitFor(() => processesOf(folder, record).length === 0);
});

test("it goes when its record is gone, long before the deadline", async () => {
  const { folder, target, record } = await stopped(600);
  await startExpiry(folder, record);
  // More than one for a moment, whenever the shell has just made the process that becomes sleep.
  expect(processesOf(folder, record)).not.toEqual([]);
  await withdrawRecord(folder, record.id);
  await waitFor(() => processesOf(folder, record).length === 0);
  expect(target.state()).toBe("T");
  expect(readHistory(folder)).toEqual([]);
});

test("it ends its fault when everything is halted", async () => {
  const { folder, target, record } = await stopped(600);
  await startExpiry(folder, record);
  await halt(folder, { who: "ada", why: "a real outage", at: new Date() });
  await waitFor(() => readRecord(folder, record.id).name === "absent");
  expect(target.state()).not.toBe("T");
});

function processesOf(folder: StateFolder, { id }: UndoRecord): string[] {
  return readdirSync("/proc").filter((name) => {
    try {
      const words = readFileSync(`/proc/${name}/cmdline`, "utf8").split("\0");
      return /^\d+$/.test(name) && (words.includes(recordPath(folder, id)) || words.includes(id));
    } catch {
      return false;
    }
  });
}
