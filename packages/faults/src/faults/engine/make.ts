import { v7 } from "uuid";

import {
  appendHistory,
  claim,
  claimPath,
  ensureGuard,
  listPending,
  ownIdentity,
  startExpiry,
  undoClaimed,
  uptimeSeconds,
  withdrawRecord,
  writeRecord,
  type StateFolder,
  type UndoRecord,
} from "../../undo/index.ts";
import type { ArmedFault, FaultEvidence } from "../fault.ts";
import { FaultFailed, FaultRefused } from "../refusal.ts";
import { refuseOverlap } from "./overlap.ts";
import { checkAgain, refuseHalted, type PreparedFault } from "./prepare.ts";

export interface MadeFault {
  readonly id: string;
  readonly evidence: FaultEvidence;
  /** Null when there is nothing to undo. */
  readonly record: UndoRecord | null;
}

/** Seconds between the record and the fault that are not worth writing the record again. */
const toleratedSeconds = 0.25;

interface Making {
  readonly folder: StateFolder;
  readonly experiment: string | null;
  readonly durationMs: number;
  /** What was pending before the fault was planned: the plan may have measured what those had made. */
  readonly pendingBefore: readonly UndoRecord[];
}

/**
 * Makes a prepared fault: guard up, helpers armed, undo on disk, expiry running, everything checked again, and only then applied.
 * @throws FaultRefused when nothing was done; FaultFailed when what was done is undone again
 */
export async function make(prepared: PreparedFault, making: Making): Promise<MadeFault> {
  await requireGuard(making.folder);
  const armed = await prepared.plan.arm();
  try {
    if (armed.steps.length === 0) return await makeWithoutUndo(prepared, armed, making);
    return await makeWithUndo(prepared, armed, making);
  } catch (error) {
    await armed.discard();
    throw error;
  }
}

async function makeWithUndo(prepared: PreparedFault, armed: ArmedFault, making: Making): Promise<MadeFault> {
  const { folder } = making;
  const record = recordOf(prepared, armed, making);
  refuseOverlap(record, [...making.pendingBefore, ...listPending(folder).records]);
  // Held while applying: nobody else may take the record out before it is known what was done.
  const held = claim(claimPath(folder.pending, record.id));
  if (held === null) throw new Error(`The record ${record.id} is new and claimed already.`);
  try {
    await remember(folder, record);
    await makeReady(prepared, armed, record, folder);
    return await applyRecorded(prepared, armed, await timed(record, making), folder);
  } finally {
    held.release();
  }
}

/** A disk that is full, or that can only be read, remembers no undo. */
async function remember(folder: StateFolder, record: UndoRecord): Promise<void> {
  try {
    await writeRecord(folder, record);
  } catch (cause) {
    throw new FaultRefused(
      "undo.unavailable",
      `How to undo this can't be written to ${folder.pending} (${cause instanceof Error ? cause.message : String(cause)}), so nothing was applied.`,
      { cause },
    );
  }
}

/** The last checks, when everything that would undo the fault is in place. */
async function makeReady(
  prepared: PreparedFault,
  armed: ArmedFault,
  record: UndoRecord,
  folder: StateFolder,
): Promise<void> {
  try {
    refuseOverlap(record, listPending(folder).records);
    if (armed.expiry === "expiry-process") await startExpiry(folder, record);
    // Again, now that the record is there: a guard that was about to go has seen it, or is replaced.
    await requireGuard(folder);
    await checkAgain(prepared, folder);
  } catch (error) {
    await withdrawRecord(folder, record.id);
    throw error;
  }
}

async function applyRecorded(
  prepared: PreparedFault,
  armed: ArmedFault,
  record: UndoRecord,
  folder: StateFolder,
): Promise<MadeFault> {
  try {
    const evidence = await armed.apply();
    refuseHalted(folder);
    if (uptimeSeconds() >= record.deadlineUptime)
      throw new FaultFailed(`Applying ${prepared.fault} took longer than it was to last.`);
    const applied: UndoRecord = { ...record, state: { name: "applied" } };
    await writeRecord(folder, applied);
    return { id: record.id, evidence, record: applied };
  } catch (error) {
    await undoFailed(folder, record, error);
    throw error;
  }
}

/** What can't be undone is at least on record before it is done. */
async function makeWithoutUndo(
  prepared: PreparedFault,
  armed: ArmedFault,
  { folder, experiment }: Making,
): Promise<MadeFault> {
  await checkAgain(prepared, folder);
  const id = v7();
  await appendHistory(folder, {
    event: "made-without-undo",
    at: new Date().toISOString(),
    id,
    fault: prepared.fault,
    effect: prepared.plan.effect,
    experiment,
    role: "runner",
    process: ownIdentity(),
  });
  return { id, evidence: await armed.apply(), record: null };
}

/** A guard that had to be started anew takes its time. Faults that end by themselves count from when they are applied, so the deadline does too. */
async function timed(record: UndoRecord, { folder, durationMs }: Making): Promise<UndoRecord> {
  const late = uptimeSeconds() + durationMs / 1000 - record.deadlineUptime;
  if (late < toleratedSeconds) return record;
  const moved = { ...record, ...deadlineAfter(durationMs) };
  try {
    await writeRecord(folder, moved);
    return moved;
  } catch (error) {
    await withdrawRecord(folder, record.id);
    throw error;
  }
}

function deadlineAfter(durationMs: number): Pick<UndoRecord, "deadlineAt" | "deadlineUptime"> {
  return {
    deadlineAt: new Date(Date.now() + durationMs).toISOString(),
    deadlineUptime: uptimeSeconds() + durationMs / 1000,
  };
}

function recordOf(prepared: PreparedFault, armed: ArmedFault, making: Making): UndoRecord {
  return {
    version: 1,
    id: v7(),
    fault: prepared.fault,
    effect: prepared.plan.effect,
    experiment: making.experiment,
    controller: ownIdentity(),
    preparedAt: new Date().toISOString(),
    ...deadlineAfter(making.durationMs),
    steps: [...armed.steps],
    state: { name: "prepared" },
  };
}

/** Nobody knows how far it got, so all of it is undone. What can't be is on disk, and the guard goes on. */
async function undoFailed(folder: StateFolder, record: UndoRecord, cause: unknown): Promise<void> {
  const outcome = await undoClaimed(folder, record, { role: "runner", cause: "ended" });
  if (outcome.name === "failed")
    throw new FaultFailed(
      `${record.fault} could not be applied, and what was done of it could not be undone: ${outcome.because} The guard goes on trying until it is; see \`morrow undo\`.`,
      { cause },
    );
}

async function requireGuard(folder: StateFolder): Promise<void> {
  try {
    await ensureGuard(folder);
  } catch (cause) {
    throw new FaultRefused(
      "undo.unavailable",
      "The process that guards the undo could not be started, so nothing was applied.",
      { cause },
    );
  }
}
