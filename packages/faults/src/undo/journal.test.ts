import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import * as fc from "fast-check";
import { expect, test } from "vitest";

import { claim, claimPath } from "./claim.ts";
import { readHistory } from "./history.ts";
import { listPending, readRecord, recordPath, writeRecord } from "./journal.ts";
import { openStateFolder, type StateFolder } from "./state-folder.ts";
import { nothingToResume, recordOf } from "./testing/records.ts";
import { temporaryFolder } from "./testing/world.ts";
import { markStuck, undoOne } from "./undo-record.ts";

test("records and their folder are for their owner alone", async () => {
  const folder = openStateFolder(join(temporaryFolder(), "deep", "state"));
  const record = recordOf([nothingToResume()]);
  await writeRecord(folder, record);
  expect(statSync(folder.root).mode & 0o777).toBe(0o700);
  expect(statSync(folder.pending).mode & 0o777).toBe(0o700);
  expect(statSync(recordPath(folder, record.id)).mode & 0o777).toBe(0o600);
  expect(readRecord(folder, record.id)).toEqual({ name: "record", record });
});

test("a folder of another user is refused: their records are not ours to carry out", () => {
  const root = temporaryFolder();
  const isRoot = process.getuid?.() === 0;
  if (isRoot) chownSync(root, 12_345, 12_345);
  expect(() => openStateFolder(isRoot ? root : "/usr")).toThrow("belongs to another user");
});

test.each([
  ["cut short", (path: string) => truncateSync(path, 100)],
  ["empty", (path: string) => truncateSync(path, 0)],
  ["of zeros", (path: string) => writeFileSync(path, Buffer.alloc(512))],
  [
    "of an unknown version",
    (path: string) => writeFileSync(path, readFileSync(path, "utf8").replace('"version": 1', '"version": 2')),
  ],
  [
    "with a step that nobody knows",
    (path: string) =>
      writeFileSync(path, readFileSync(path, "utf8").replace("resume-process", "resume-planet")),
  ],
])("a record that is %s is shown as damaged, and stays", async (_how, damage) => {
  const folder = openStateFolder(temporaryFolder());
  const [record, whole] = [recordOf([nothingToResume()]), recordOf([nothingToResume()])];
  await writeRecord(folder, record);
  await writeRecord(folder, whole);
  const path = recordPath(folder, record.id);
  damage(path);
  expect(listPending(folder)).toMatchObject({ records: [{ id: whole.id }], damaged: [{ path }] });
  expect(await undoOne(folder, record.id, { role: "start", cause: "deadline", insist: true })).toMatchObject({
    name: "failed",
  });
  expect(existsSync(path)).toBe(true);
});

test("a record under another's name is damaged", async () => {
  const folder = openStateFolder(temporaryFolder());
  const record = recordOf([nothingToResume()]);
  await writeRecord(folder, record);
  const path = join(folder.pending, "other.json");
  writeFileSync(path, readFileSync(recordPath(folder, record.id)));
  expect(listPending(folder).damaged).toMatchObject([{ path }]);
});

type Act = "undo" | "insist" | "apply" | "stick";

test("whatever several do at once, a record is in one state, and is undone once", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom<Act>("undo", "insist", "apply", "stick"), { minLength: 2, maxLength: 8 }),
      async (acts) => {
        // Not bound to the test: there is one folder for each of many tries.
        const root = mkdtempSync(join(tmpdir(), "morrow-journal-"));
        try {
          const seen = await act(openStateFolder(root), acts);
          expect(seen.undone).toBeLessThanOrEqual(1);
          expect(seen.entries).toBe(seen.undone);
          expect(seen.found).toBe(seen.undone === 1 ? "absent" : "record");
          expect(seen.files).toBe(1 - seen.undone);
        } finally {
          rmSync(root, { recursive: true });
        }
      },
    ),
    { numRuns: 60 },
  );
});

/** Lets all act at once on one record, and says what is there afterwards. */
async function act(folder: StateFolder, acts: readonly Act[]) {
  const record = recordOf([nothingToResume()]);
  await writeRecord(folder, record);
  const outcomes = await Promise.all(acts.map((one) => perform(folder, record.id, one)));
  return {
    undone: outcomes.filter((outcome) => outcome === "undone").length,
    found: readRecord(folder, record.id).name,
    entries: readHistory(folder).filter(({ event }) => event === "undone").length,
    files: readdirSync(folder.pending).filter((name) => !name.endsWith(".lock")).length,
  };
}

async function perform(folder: StateFolder, id: string, one: Act): Promise<string> {
  switch (one) {
    case "undo":
    case "insist":
      return (await undoOne(folder, id, { role: "command", cause: "command", insist: one === "insist" }))
        .name;
    case "stick":
      await markStuck(folder, id, { role: "guard", attempts: 5, because: "it did not work" });
      return one;
    case "apply": {
      const held = claim(claimPath(folder.pending, id));
      if (held === null) return "busy";
      try {
        const found = readRecord(folder, id);
        if (found.name === "record")
          await writeRecord(folder, { ...found.record, state: { name: "applied" } });
      } finally {
        held.release();
      }
      return one;
    }
  }
}
