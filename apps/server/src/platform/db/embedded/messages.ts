/** Folders for copies of the database, inside the data folder; a start removes what a killed process left. */
export const unfinishedCopyPrefix = "copy-in-progress-";

/** What the thread of the embedded engine is told. */
export type ToEngine =
  /** `session` numbers the sockets, so that a late answer never reaches the next one. */
  | { kind: "bytes"; session: number; bytes: Uint8Array }
  /** The client went away: end what it left open. */
  | { kind: "reset" }
  | { kind: "ask"; id: number; question: Question };

export type Question = { kind: "statistics" } | { kind: "copy"; folder: string } | { kind: "close" };

/** What it answers. */
export type FromEngine =
  | { kind: "ready" }
  | { kind: "in-use"; holder: string | null }
  | { kind: "failed"; reason: string }
  | { kind: "bytes"; session: number; bytes: Uint8Array }
  | { kind: "answer"; id: number; answer: Statistics | null }
  | { kind: "refused"; id: number; reason: string };

/** Counted since the engine started. */
export interface Statistics {
  /** Calls of fsync that reached the operating system, for files and folders. */
  fileSyncs: number;
  /** Tables vacuumed and analysed in quiet moments. */
  tablesTidied: number;
}

/** Given to the thread when it starts. */
export interface EngineStart {
  /** The folder that holds the lock and, in `database/`, the files of PostgreSQL. */
  folder: string;
  /** False only in tests: commits then don't wait for the disk. */
  durable: boolean;
}
