import { createHash } from "node:crypto";
import { constants, existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { openDatabase } from "../database.ts";
import { quietLog } from "./quiet-log.ts";

const cache = fileURLToPath(new URL("../../../../../../node_modules/.cache/morrow/", import.meta.url));
const migrationsFolder = fileURLToPath(new URL("../../../migrations/", import.meta.url));
const hour = 3_600_000;

/** A digest of the migrations and of what reads them: when it changes, templates are made anew. */
export async function migrationsDigest(): Promise<string> {
  const digest = createHash("sha256");
  const engine = createRequire(import.meta.url).resolve("@electric-sql/pglite");
  digest.update(await readFile(join(engine, "../../package.json")));
  for (const name of (await readdir(migrationsFolder)).toSorted()) {
    digest.update(name);
    digest.update(await readFile(join(migrationsFolder, name)));
  }
  return digest.digest("hex").slice(0, 16);
}

let template: Promise<string> | null = null;

/** A data folder with a migrated, empty database of its own: a copy of a template made once per set of migrations. */
export async function cloneEmbedded(): Promise<string> {
  template ??= findOrMakeTemplate();
  const folder = await mkdtemp(join(tmpdir(), "morrow-test-"));
  await cp(await template, folder, { recursive: true, mode: constants.COPYFILE_FICLONE });
  return folder;
}

async function findOrMakeTemplate(): Promise<string> {
  const place = join(cache, `template-${await migrationsDigest()}`);
  if (existsSync(place)) return place;
  await mkdir(cache, { recursive: true });
  const making = await mkdtemp(join(cache, "making-"));
  const db = await openDatabase({ dataFolder: making }, { log: quietLog, durable: false });
  await db.close();
  await moveInto(making, place);
  await removeOldTemplates(place);
  return place;
}

/** Several test processes may make the template at once; the first one's stays. */
async function moveInto(made: string, place: string): Promise<void> {
  try {
    await rename(made, place);
  } catch (error) {
    if (!existsSync(place)) throw error;
    await rm(made, { recursive: true, force: true });
  }
}

async function removeOldTemplates(current: string): Promise<void> {
  for (const name of await readdir(cache)) {
    const path = join(cache, name);
    if (path === current || !/^(template|making)-/.test(name)) continue;
    const age = Date.now() - (await stat(path)).mtimeMs;
    // Younger ones may be in use by another run in this checkout.
    if (age > hour) await rm(path, { recursive: true, force: true });
  }
}
