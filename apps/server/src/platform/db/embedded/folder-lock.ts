import { readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/**
 * One process per data folder.
 *
 * The lock is the operating system's own (fcntl on Linux and macOS, LockFileEx on Windows), so it ends with the
 * process however that ends: no stale lock after kill −9 or a reboot, no guessing by process ids that are reused,
 * and it holds between containers that share the folder. Node has no call for it, but the SQLite inside Node takes
 * exactly this lock for an exclusive transaction; the file stays empty.
 */
export interface FolderLock {
  release(): void;
}

/** Returns the lock, or what its holder wrote about itself when another process has it. */
export function lockFolder(folder: string): FolderLock | { heldBy: string | null } {
  const lock = new DatabaseSync(join(folder, "morrow.lock"));
  try {
    lock.exec("begin exclusive");
  } catch (error) {
    lock.close();
    if (isBusy(error)) return { heldBy: readHolder(folder) };
    throw error;
  }
  writeFileSync(holderFile(folder), `process ${process.pid} on ${hostname()}\n`);
  return { release: () => lock.close() };
}

/** SQLite's SQLITE_BUSY: somebody else has the lock. */
function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && error.errcode === 5;
}

function holderFile(folder: string): string {
  return join(folder, "morrow.holder");
}

function readHolder(folder: string): string | null {
  try {
    return readFileSync(holderFile(folder), "utf8").trim();
  } catch {
    // Only for the message: the lock itself does not depend on this file.
    return null;
  }
}
