import { setTimeout as wait } from "node:timers/promises";

import { claim, claimPath, removeClaimFile } from "./claim.ts";
import { appendHistory, type UndoCause, type UndoRole } from "./history.ts";
import { bootId, ownIdentity, sameProcess } from "./identity.ts";
import { finishRecord, readRecord, writeRecord } from "./journal.ts";
import type { UndoRecord } from "./record.ts";
import type { StateFolder } from "./state-folder.ts";
import { endsWithBoot, takeStep } from "./take/index.ts";

export interface Undoer {
  readonly role: UndoRole;
  readonly cause: UndoCause;
  /** Takes the steps even while another process has the claim: that process may be stopped, and the fault is overdue. */
  readonly insist: boolean;
}

export type UndoOutcome =
  | { readonly name: "undone" }
  /** Nobody has anything to undo any more. */
  | { readonly name: "absent" }
  /** Another process is at it; with `insist` the steps were taken all the same, and the record stays until that process is done. */
  | { readonly name: "busy" }
  | { readonly name: "failed"; readonly because: string };

/**
 * A controller that was killed while applying may have left a command of its own running (nft, prlimit) that makes the fault a moment after
 * the steps were taken. So its records are undone twice, with this in between.
 */
const settleMs = 1000;

/** Takes all steps of a record in order, checks them, and takes the record out when all of them hold. */
export async function undoOne(folder: StateFolder, id: string, by: Undoer): Promise<UndoOutcome> {
  const held = claim(claimPath(folder.pending, id));
  if (held === null) return by.insist ? await undoUnclaimed(folder, id) : { name: "busy" };
  try {
    const found = readRecord(folder, id);
    if (found.name === "damaged") return { name: "failed", because: found.damaged.because };
    if (found.name === "absent") {
      removeClaimFile(claimPath(folder.pending, id));
      return { name: "absent" };
    }
    return await undoClaimed(folder, found.record, by);
  } finally {
    held.release();
  }
}

/** Undoes a record whose claim the caller holds. */
export async function undoClaimed(
  folder: StateFolder,
  record: UndoRecord,
  { role, cause }: Pick<Undoer, "role" | "cause">,
): Promise<UndoOutcome> {
  const self = ownIdentity();
  let failure = await takeAll(record);
  if (record.state.name === "prepared" && !sameProcess(record.controller, self)) {
    await wait(settleMs);
    failure = await takeAll(record);
  }
  if (failure !== null) return { name: "failed", because: failure };
  const { id, fault, effect, experiment } = record;
  const at = new Date().toISOString();
  await finishRecord(folder, id, {
    event: "undone",
    at,
    id,
    fault,
    effect,
    experiment,
    role,
    cause,
    process: self,
  });
  return { name: "undone" };
}

/** Marks a record whose undoing failed again and again: visible to everybody, and tried again slowly. */
export async function markStuck(
  folder: StateFolder,
  id: string,
  { role, attempts, because }: { role: UndoRole; attempts: number; because: string },
): Promise<void> {
  const held = claim(claimPath(folder.pending, id));
  if (held === null) return;
  try {
    const found = readRecord(folder, id);
    if (found.name !== "record") return;
    const { fault, effect, experiment } = found.record;
    await writeRecord(folder, { ...found.record, state: { name: "stuck", attempts, because } });
    if (found.record.state.name === "stuck") return;
    const at = new Date().toISOString();
    await appendHistory(folder, {
      event: "stuck",
      at,
      id,
      fault,
      effect,
      experiment,
      role,
      because,
      process: ownIdentity(),
    });
  } finally {
    held.release();
  }
}

async function undoUnclaimed(folder: StateFolder, id: string): Promise<UndoOutcome> {
  const found = readRecord(folder, id);
  if (found.name === "absent") return { name: "absent" };
  if (found.name === "damaged") return { name: "failed", because: found.damaged.because };
  const failure = await takeAll(found.record);
  return failure === null ? { name: "busy" } : { name: "failed", because: failure };
}

/** A step that fails does not keep later ones from being taken. @returns what failed, or null when every step holds */
async function takeAll(record: UndoRecord): Promise<string | null> {
  const restarted = record.controller.bootId !== bootId();
  const failures: string[] = [];
  for (const step of record.steps) {
    if (restarted && endsWithBoot(step)) continue;
    try {
      await takeStep(step);
    } catch (error) {
      failures.push(error instanceof Error ? error.message : String(error));
    }
  }
  return failures.length === 0 ? null : failures.join(" ");
}
