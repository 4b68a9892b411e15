import type { UndoRecord, UndoStep } from "../../undo/index.ts";
import { FaultRefused } from "../refusal.ts";

/**
 * Two faults of one kind on one target would undo each other's undo: the second remembers as "before" what the first has made.
 * @throws FaultRefused `fault.overlaps`
 */
export function refuseOverlap(record: UndoRecord, pending: readonly UndoRecord[]): void {
  const ours = new Set(record.steps.flatMap(exclusive));
  const other = pending.find(
    ({ id, steps }) => id !== record.id && steps.flatMap(exclusive).some((what) => ours.has(what)),
  );
  if (other !== undefined)
    throw new FaultRefused(
      "fault.overlaps",
      `${other.fault} is on the same target until ${other.deadlineAt} (${other.effect}). Wait for its end, or undo it: morrow undo ${other.id}`,
    );
}

/** What a step puts back, when only one fault at a time may change it. */
function exclusive(step: UndoStep): string[] {
  switch (step.kind) {
    case "resume-process":
    case "restore-file-limit":
      return [`${step.kind} ${step.process.pid} ${step.process.startTicks}`];
    case "delete-qdisc":
      return [`${step.kind} ${step.namespace ?? ""} ${step.device}`];
    case "end-process":
    case "delete-nftables-table":
    case "delete-toxic":
    case "remove-fault-rule":
      return [];
  }
}
