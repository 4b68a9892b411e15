import { createWriteStream } from "node:fs";
import { mkdir, open, rename } from "node:fs/promises";
import { join } from "node:path";

import type { Database } from "../database.ts";
import { internalsOf } from "../internals.ts";
import { writeBackup } from "./write.ts";

/** Writes `<folder>/before-upgrade-<time>.morrow.gz`, which has its name only when it is whole and on disk. */
export async function backupBeforeUpgrade(db: Database, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const time = new Date().toISOString().replaceAll(/[:.]/g, "-");
  const path = join(folder, `before-upgrade-${time}.morrow.gz`);
  const unfinished = `${path}.unfinished`;
  await writeBackup(db, createWriteStream(unfinished, { mode: 0o600 }));
  const file = await open(unfinished, "r");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(unfinished, path);
  internalsOf(db).log.info({ path }, "backup written before the upgrade");
  return path;
}
