import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";

import { PGlite } from "@electric-sql/pglite";

import { DurableFiles } from "./durable-files.ts";
import { type EngineStart, unfinishedCopyPrefix } from "./messages.ts";

/** PGlite's own start parameters (0.5.16) without `-F`, which would turn fsync off. */
const startParameters = [
  "--single",
  "-O",
  "-j",
  ...settings({
    search_path: "public",
    exit_on_error: "false",
    log_checkpoints: "false",
    max_worker_processes: "0",
    max_parallel_workers: "0",
    max_parallel_workers_per_gather: "0",
    max_parallel_maintenance_workers: "0",
    io_method: "sync",
    // Pages come from this machine's own memory or disk. The default, 4, is for disks that turn: while a table is not yet
    // analysed, it makes the planner read and sort whole lists of postings for their best few (8 ms instead of 2).
    random_page_cost: "1.1",
    // The default on Linux, fdatasync, is not wired to the file system in WebAssembly.
    wal_sync_method: "fsync",
    timezone: "UTC",
  }),
];

/** For databases that live for minutes, tests and copies: no waiting for the disk, and 120 MB less to fill with zeros. */
const passing = ["-F", ...settings({ shared_buffers: "16MB" })];

function settings(values: Readonly<Record<string, string>>): string[] {
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** Where PostgreSQL's own files live inside the data folder. */
export function databaseFolder(folder: string): string {
  return join(folder, "database");
}

/**
 * Opens the database in `folder`, making it first when there is none.
 * A new one is made beside its place and moved in when it is whole and on disk, so that a first start that is
 * interrupted leaves nothing half made.
 */
export async function startEngine(start: EngineStart): Promise<{ engine: PGlite; files: DurableFiles }> {
  removeUnfinishedCopies(start.folder);
  const place = databaseFolder(start.folder);
  if (!existsSync(place)) await makeDatabase(place);
  const files = new DurableFiles(place);
  const engine = await open(files, start.durable);
  return { engine, files };
}

function removeUnfinishedCopies(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.startsWith(unfinishedCopyPrefix)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

async function open(files: DurableFiles, durable: boolean): Promise<PGlite> {
  const startParams = durable ? startParameters : [...startParameters, ...passing];
  // Small segments of the write-ahead log: an organisation's first database is 30 MB instead of 60.
  return PGlite.create({ fs: files, startParams, initDbStartParams: ["--wal-segsize=1"] });
}

async function makeDatabase(place: string): Promise<void> {
  const unfinished = `${place}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  const engine = await open(new DurableFiles(unfinished), false);
  await engine.close();
  syncTree(unfinished);
  renameSync(unfinished, place);
  syncPath(join(place, ".."));
}

function syncTree(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) syncTree(path);
    else if (entry.isFile()) syncPath(path);
  }
  syncPath(folder);
}

function syncPath(path: string): void {
  const file = openSync(path, "r");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
