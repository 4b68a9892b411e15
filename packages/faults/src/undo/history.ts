import { readFileSync } from "node:fs";

import { z } from "zod";

import { appendDurably } from "./durable-file.ts";
import type { StateFolder } from "./state-folder.ts";
import { processIdentity } from "./step.ts";

/** Who undoes. `start` is the next start of a command, `command` is `morrow undo`. */
export const undoRole = z.enum(["runner", "guard", "expiry-process", "command", "start"]);

/** Why it is undone now. */
export const undoCause = z.enum([
  "ended",
  "deadline",
  "controller-lost",
  "halt",
  "earlier-boot",
  "stuck",
  "command",
]);

const common = {
  /** RFC 3339 in UTC. */
  at: z.string(),
  id: z.string(),
  fault: z.string(),
  effect: z.string(),
  experiment: z.string().nullable(),
  role: undoRole,
  process: processIdentity,
};

/** A line of `history.jsonl`. */
export const historyEntry = z.discriminatedUnion("event", [
  z.strictObject({ event: z.literal("undone"), cause: undoCause, ...common }),
  z.strictObject({ event: z.literal("stuck"), because: z.string(), ...common }),
  /** Written before a fault that can't be undone, such as ending a process. */
  z.strictObject({ event: z.literal("made-without-undo"), ...common }),
]);

export type UndoRole = z.infer<typeof undoRole>;
export type UndoCause = z.infer<typeof undoCause>;
export type HistoryEntry = z.infer<typeof historyEntry>;

export async function appendHistory(folder: StateFolder, entry: HistoryEntry): Promise<void> {
  await appendDurably(folder.history, JSON.stringify(entry));
}

/** Lines that are no entries (a torn last line after a power cut) are left out: history is for people, nothing depends on it. */
export function readHistory(folder: StateFolder): HistoryEntry[] {
  let text: string;
  try {
    text = readFileSync(folder.history, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
  return text.split("\n").flatMap((line) => {
    try {
      return [historyEntry.parse(JSON.parse(line))];
    } catch {
      return [];
    }
  });
}
