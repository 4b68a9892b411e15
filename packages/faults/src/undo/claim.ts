import { rmSync } from "node:fs";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";

/**
 * The right to change one record, or to be the guard.
 *
 * It is the operating system's own lock (fcntl), so it ends with the process however that ends: nobody has to guess whether a lock is stale.
 * Node has no call for it, but the SQLite inside Node takes exactly this lock for an exclusive transaction; the file stays empty.
 */
export interface Claim {
  release(): void;
}

/** @returns null when somebody else, alive, has it */
export function claim(path: string): Claim | null {
  const Database = loadSqlite();
  const lock = new Database(path, { timeout: 0 });
  try {
    lock.exec("begin exclusive");
  } catch (error) {
    lock.close();
    // SQLITE_BUSY
    if (error instanceof Error && "errcode" in error && error.errcode === 5) return null;
    throw error;
  }
  return { release: () => lock.close() };
}

export function claimPath(pendingFolder: string, id: string): string {
  return join(pendingFolder, `${id}.lock`);
}

/** Only for records that are gone: whoever opened the file before finds no record and has nothing to change. */
export function removeClaimFile(path: string): void {
  rmSync(path, { force: true });
}

let loaded: typeof DatabaseSync | undefined;

/** Loading SQLite warns that it is experimental, which would stand in the middle of a person's output. */
function loadSqlite(): typeof DatabaseSync {
  if (loaded !== undefined) return loaded;
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  try {
    loaded = process.getBuiltinModule("node:sqlite").DatabaseSync;
  } finally {
    process.emitWarning = emitWarning;
  }
  return loaded;
}
