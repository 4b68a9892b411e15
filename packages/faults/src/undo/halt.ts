import { randomUUID } from "node:crypto";
import { existsSync, readFileSync, watch } from "node:fs";
import { link, open, rm } from "node:fs/promises";
import { basename } from "node:path";

import { syncFolder } from "./durable-file.ts";
import type { StateFolder } from "./state-folder.ts";

/** Why everything stands still, as the person said who halted it. */
export interface Halt {
  /** The file's text, for people: who, when, why. Anybody may also write it by hand, or leave it empty. */
  readonly text: string;
}

export function isHalted(folder: StateFolder): boolean {
  return existsSync(folder.halt);
}

export function readHalt(folder: StateFolder): Halt | null {
  try {
    return { text: readFileSync(folder.halt, "utf8").trim() };
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    // A file that can't be read halts all the same.
    return { text: "" };
  }
}

/**
 * Halts: on disk when this returns. The first one stands; a second does not overwrite who halted and why.
 * @returns false when it was halted already
 */
export async function halt(
  folder: StateFolder,
  said: { who: string; why: string; at: Date },
): Promise<boolean> {
  const unfinished = `${folder.halt}.${randomUUID()}.tmp`;
  const file = await open(unfinished, "wx", 0o600);
  try {
    await file.writeFile(`who: ${said.who}\nwhen: ${said.at.toISOString()}\nwhy: ${said.why}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    // Whole or not at all, and never over another one.
    await link(unfinished, folder.halt);
    await syncFolder(folder.root);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** @returns false when nothing was halted */
export async function liftHalt(folder: StateFolder): Promise<boolean> {
  if (!isHalted(folder)) return false;
  await rm(folder.halt, { force: true });
  await syncFolder(folder.root);
  return true;
}

/** Events can be lost (network file systems, a full queue), so the file is also looked for. */
const pollMs = 200;

/** Calls once, when a halt is there or comes. @returns how to stop watching */
export function watchHalt(folder: StateFolder, onHalt: (halt: Halt) => void): () => void {
  const stop = (): void => {
    clearInterval(timer);
    watcher?.close();
  };
  const look = (): void => {
    const found = readHalt(folder);
    if (found === null || stopped) return;
    stopped = true;
    stop();
    onHalt(found);
  };
  let stopped = false;
  const watcher = watchFolder(folder, look);
  const timer = setInterval(look, pollMs).unref();
  queueMicrotask(look);
  return () => {
    stopped = true;
    stop();
  };
}

function watchFolder(folder: StateFolder, look: () => void): { close(): void } | null {
  try {
    return watch(folder.root, { persistent: false }, (_event, name) => {
      if (name === null || name === basename(folder.halt)) look();
    }).on("error", () => undefined);
  } catch {
    // No watches left on this host; polling sees it within 200 ms.
    return null;
  }
}
