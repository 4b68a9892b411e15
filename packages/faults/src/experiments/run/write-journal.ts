import { accessSync, constants } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { dirname, resolve } from "node:path";

import { ExperimentRefused } from "../failures.ts";
import { writeJson } from "../values/json.ts";

/** Before anything is executed. @throws ExperimentRefused when the journal could not be written at the end */
export function checkJournalPath(path: string): void {
  const folder = dirname(resolve(path));
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new ExperimentRefused(
      `The journal can't be written to ${path}: there is no folder ${folder} to write to.`,
      {
        cause: error,
      },
    );
  }
}

/** Writes the journal whole or not at all: an older one is replaced only by a complete new one. */
export async function writeJournal(path: string, journal: unknown): Promise<void> {
  const unfinished = `${path}.${process.pid}.unfinished`;
  try {
    const file = await open(unfinished, "w");
    try {
      await file.writeFile(`${writeJson(journal, 2)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
