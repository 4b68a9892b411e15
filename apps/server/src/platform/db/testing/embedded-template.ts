import { createHash } from "node:crypto";
import { constants, cpSync, existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { startEngineThread } from "../embedded/engine.ts";
import { embeddedPool } from "../pool.ts";
import { openDatabase } from "../open-database.ts";
import { quietLog } from "./quiet-log.ts";

const cache = fileURLToPath(new URL("../../../../../../node_modules/.cache/morrow/", import.meta.url));
const migrationsFolder = fileURLToPath(new URL("../../../migrations/", import.meta.url));
const engineFolder = fileURLToPath(new URL("../embedded/", import.meta.url));
const hour = 3_600_000;

async function digestOf(...paths: string[]): Promise<string> {
  const digest = createHash("sha256");
  for (const path of paths) digest.update(path).update(await readFile(path));
  return digest.digest("hex").slice(0, 16);
}

async function filesIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).toSorted().map((name) => join(folder, name));
}

/** Changes with the migrations: templates are then made anew. */
export async function migrationsDigest(): Promise<string> {
  return digestOf(...(await filesIn(migrationsFolder)), ...(await engineFiles()));
}

async function engineFiles(): Promise<string[]> {
  const engine = createRequire(import.meta.url).resolve("@electric-sql/pglite");
  return [join(engine, "../../package.json"), join(engineFolder, "start-engine.ts")];
}

const templates = new Map<string, Promise<string>>();

/** A data folder with a migrated, empty database of its own: a copy of a template made once per set of migrations. */
export async function cloneMigrated(): Promise<string> {
  return clone(`migrated-${await migrationsDigest()}`, async (folder) => {
    const blank = await cloneBlank();
    copy(blank, folder);
    await rm(blank, { recursive: true });
    const db = await openDatabase({ dataFolder: folder }, { log: quietLog, durable: false });
    await db.close();
  });
}

/** A data folder with a database that no migration has touched. */
export async function cloneBlank(): Promise<string> {
  return clone(`blank-${await digestOf(...(await engineFiles()))}`, async (folder) => {
    const engine = await startEngineThread({ folder, durable: false });
    const { pool } = embeddedPool(engine);
    // Only `create database` needs these; without them there are 380 files to copy instead of 980.
    await pool.query("update pg_database set datistemplate = false where datname like 'template%'");
    for (const name of ["template0", "template1"]) await pool.query(`drop database ${name}`);
    await pool.end();
    await engine.close();
  });
}

async function clone(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const template = templates.get(name) ?? findOrMake(join(cache, name), make);
  templates.set(name, template);
  const folder = await mkdtemp(join(tmpdir(), "morrow-test-"));
  copy(await template, folder);
  return folder;
}

function copy(from: string, to: string): void {
  cpSync(from, to, { recursive: true, mode: constants.COPYFILE_FICLONE });
}

async function findOrMake(place: string, make: (folder: string) => Promise<void>): Promise<string> {
  if (existsSync(place)) return place;
  await mkdir(cache, { recursive: true });
  const making = await mkdtemp(join(cache, "making-"));
  await make(making);
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
  const kind = current.slice(cache.length).split("-")[0] ?? "";
  for (const name of await readdir(cache)) {
    const path = join(cache, name);
    if (path === current || !(name.startsWith(`${kind}-`) || name.startsWith("making-"))) continue;
    // Others may have moved or removed theirs since the folder was read.
    const found = await stat(path).catch(() => null);
    // Younger ones may be in use by another run in this checkout.
    if (found !== null && Date.now() - found.mtimeMs > hour) await rm(path, { recursive: true, force: true });
  }
}
