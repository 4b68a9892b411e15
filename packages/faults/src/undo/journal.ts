import { readdirSync, readFileSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { basename, join } from "node:path";

import { claimPath, removeClaimFile } from "./claim.ts";
import { syncFolder, writeDurably } from "./durable-file.ts";
import { appendHistory, type HistoryEntry } from "./history.ts";
import { undoRecord, type UndoRecord } from "./record.ts";
import type { StateFolder } from "./state-folder.ts";

/**
 * The records on disk. A record is `<id>.json` until its steps were taken and checked; then it is renamed to `<id>.undone`, which only one
 * process can do, put into the history, and removed. Records are changed only by the holder of their claim.
 */
export type FoundRecord =
  | { readonly name: "record"; readonly record: UndoRecord }
  | { readonly name: "damaged"; readonly damaged: DamagedRecord }
  | { readonly name: "absent" };

/** A file that nobody can carry out. It is shown as stuck and never removed: a person has to look. */
export interface DamagedRecord {
  readonly path: string;
  readonly because: string;
}

export interface PendingRecords {
  readonly records: readonly UndoRecord[];
  readonly damaged: readonly DamagedRecord[];
}

/** On disk, file and folder, when this returns. */
export async function writeRecord(folder: StateFolder, record: UndoRecord): Promise<void> {
  await writeDurably(recordPath(folder, record.id), `${JSON.stringify(undoRecord.parse(record), null, 2)}\n`);
}

export function readRecord(folder: StateFolder, id: string): FoundRecord {
  const path = recordPath(folder, id);
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (isMissing(error)) return { name: "absent" };
    return damaged(path, error instanceof Error ? error.message : "it can't be read");
  }
  return parseRecord(path, id, text);
}

/** In the order in which they were prepared. A folder that is gone has no records. */
export function listPending(folder: StateFolder): PendingRecords {
  const found = idsWith(folder, ".json").map((id) => readRecord(folder, id));
  return {
    records: found.flatMap((one) => (one.name === "record" ? [one.record] : [])),
    damaged: found.flatMap((one) => (one.name === "damaged" ? [one.damaged] : [])),
  };
}

/** Takes a record out, exactly once however many try. @returns whether it was this call that did */
export async function finishRecord(folder: StateFolder, id: string, entry: HistoryEntry): Promise<boolean> {
  const undone = join(folder.pending, `${id}.undone`);
  try {
    await rename(recordPath(folder, id), undone);
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
  await syncFolder(folder.pending);
  removeClaimFile(claimPath(folder.pending, id));
  try {
    await appendHistory(folder, entry);
  } catch {
    // A full disk must not make an undone fault look like one that stands. The file stays and says so until the next start.
    return true;
  }
  await rm(undone, { force: true });
  return true;
}

/** Takes a record out whose fault was never applied, by the holder of its claim. */
export async function withdrawRecord(folder: StateFolder, id: string): Promise<void> {
  await rm(recordPath(folder, id), { force: true });
  await syncFolder(folder.pending);
  removeClaimFile(claimPath(folder.pending, id));
}

/** Sweeps what was left by a process that ended between taking a record out and removing its file. */
export async function removeFinished(folder: StateFolder): Promise<void> {
  for (const id of idsWith(folder, ".undone")) {
    if (readRecord(folder, id).name !== "absent") continue;
    await rm(join(folder.pending, `${id}.undone`), { force: true });
    removeClaimFile(claimPath(folder.pending, id));
  }
}

export function recordPath(folder: StateFolder, id: string): string {
  return join(folder.pending, `${id}.json`);
}

function parseRecord(path: string, id: string, text: string): FoundRecord {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return damaged(path, text === "" ? "it is empty" : "it is not whole JSON");
  }
  const parsed = undoRecord.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return damaged(path, `${issue?.path.join(".") ?? ""}: ${issue?.message ?? "not understood"}`);
  }
  if (parsed.data.id !== id) return damaged(path, `it holds the record ${parsed.data.id}`);
  return { name: "record", record: parsed.data };
}

function damaged(path: string, because: string): FoundRecord {
  return { name: "damaged", damaged: { path, because } };
}

function idsWith(folder: StateFolder, extension: string): string[] {
  try {
    return readdirSync(folder.pending)
      .filter((name) => name.endsWith(extension))
      .map((name) => basename(name, extension))
      .toSorted();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
