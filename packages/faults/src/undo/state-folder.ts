import { mkdirSync, statSync, chmodSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";

/** Where undo is remembered. Everything below it belongs to one user: whoever can write here can have processes ended. */
export interface StateFolder {
  readonly root: string;
  /** One file per applied fault. */
  readonly pending: string;
  /** What was undone, when and by whom: one JSON object per line. */
  readonly history: string;
  /** While this file exists nothing starts and everything is undone. */
  readonly halt: string;
  /** Identity of the guard that works here. */
  readonly guard: string;
  /** What Node compiled for the guard and the expiry processes; may be removed. */
  readonly cache: string;
}

/** `MORROW_FAULTS`, else below `XDG_STATE_HOME`, else below the home folder. */
export function defaultStateFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const given = environment["MORROW_FAULTS"];
  if (given !== undefined && given !== "") return resolve(given);
  const state = environment["XDG_STATE_HOME"];
  return join(
    state !== undefined && state !== "" ? state : join(homedir(), ".local", "state"),
    "morrow",
    "faults",
  );
}

/**
 * Makes the folder when it is missing, for its owner alone.
 * @throws when it belongs to somebody else: their records must not be ours to carry out
 */
export function openStateFolder(root: string): StateFolder {
  const folder = stateFolderAt(root);
  for (const path of [folder.root, folder.pending]) {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    const { uid, mode } = statSync(path);
    if (uid !== process.getuid?.())
      throw new Error(
        `The folder ${path} belongs to another user (${uid}). Choose one of your own with MORROW_FAULTS.`,
      );
    if ((mode & 0o077) !== 0) chmodSync(path, 0o700);
  }
  return folder;
}

/** The paths alone; nothing is made. */
export function stateFolderAt(root: string): StateFolder {
  const absolute = resolve(root);
  return {
    root: absolute,
    pending: join(absolute, "pending"),
    history: join(absolute, "history.jsonl"),
    halt: join(absolute, "halt"),
    guard: join(absolute, "guard.json"),
    cache: join(absolute, "cache"),
  };
}
