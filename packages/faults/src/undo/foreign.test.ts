import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { expect, onTestFinished, test } from "vitest";

import { listPending, writeRecord } from "./journal.ts";
import { recover } from "./recover.ts";
import { openStateFolder } from "./state-folder.ts";
import { nothingToResume, recordOf } from "./testing/records.ts";
import { temporaryFolder } from "./testing/world.ts";

test("records are not touched while a guard that we can't see works in their folder", async () => {
  const folder = openStateFolder(temporaryFolder());
  const record = recordOf([nothingToResume()], { seconds: 0 });
  await writeRecord(folder, record);
  // Holds the guard's lock without an identity that is alive here, as a guard in another container does.
  const program = `const { claim } = await import(${JSON.stringify(join(import.meta.dirname, "claim.ts"))});
    globalThis.held = claim(${JSON.stringify(join(folder.root, "guard.lock"))}); console.log("held"); setInterval(() => held, 1000);`;
  const other = spawn(process.execPath, ["--input-type=module", "-e", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void other.kill("SIGKILL"));
  await once(createInterface(other.stdout), "line");
  await expect(recover(folder)).rejects.toThrow("another container");
  expect(listPending(folder).records).toMatchObject([{ id: record.id }]);
  other.kill("SIGKILL");
  await once(other, "exit");
  expect((await recover(folder)).records).toEqual([]);
});

test.skipIf(!hasMachineId())("records of another machine are not touched", async () => {
  const folder = openStateFolder(temporaryFolder());
  const record = recordOf([nothingToResume()], { seconds: 0 });
  await writeRecord(folder, record);
  writeFileSync(join(folder.root, "machine"), "0123456789abcdef0123456789abcdef\n");
  await expect(recover(folder)).rejects.toThrow("another machine");
  expect(listPending(folder).records).toMatchObject([{ id: record.id }]);
});

function hasMachineId(): boolean {
  return existsSync("/etc/machine-id") && readFileSync("/etc/machine-id", "utf8").trim() !== "";
}
