import { setTimeout as wait } from "node:timers/promises";

import type { UndoCause, UndoRole } from "./history.ts";
import type { StateFolder } from "./state-folder.ts";
import { markStuck, undoOne } from "./undo-record.ts";

/** Another undoer gets this long before its work is done beside it; it may be stopped. */
const courtesyMs = 1000;
const busyPollMs = 25;
/** Waits between attempts, in milliseconds. */
const backoffMs = [100, 300, 900];

/**
 * Undoes one record, several times if it must, and marks it stuck when that does not help.
 * @returns null when it is undone, otherwise what is still there
 */
export async function undoPersistently(
  folder: StateFolder,
  id: string,
  by: { readonly role: UndoRole; readonly cause: UndoCause },
): Promise<string | null> {
  let because = "";
  for (let attempt = 0; attempt <= backoffMs.length; attempt++) {
    if (attempt > 0) await wait(backoffMs[attempt - 1]);
    const failure = await undoBeside(folder, id, by);
    if (failure === null) return null;
    because = failure;
  }
  await markStuck(folder, id, { role: by.role, attempts: backoffMs.length + 1, because });
  return because;
}

/** One attempt, which waits for whoever is at it already. */
async function undoBeside(
  folder: StateFolder,
  id: string,
  by: { readonly role: UndoRole; readonly cause: UndoCause },
): Promise<string | null> {
  const started = performance.now();
  for (;;) {
    const waited = performance.now() - started;
    const outcome = await undoOne(folder, id, { ...by, insist: waited > courtesyMs });
    if (outcome.name === "undone" || outcome.name === "absent") return null;
    if (outcome.name === "failed") return outcome.because;
    if (waited > 3 * courtesyMs)
      return "Its steps were taken, but another process is still applying it or undoing it.";
    await wait(busyPollMs);
  }
}
