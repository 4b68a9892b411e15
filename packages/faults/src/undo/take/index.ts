import type { UndoStep } from "../step.ts";
import { deleteNftablesTable } from "./delete-nftables-table.ts";
import { deleteQdisc } from "./delete-qdisc.ts";
import { deleteToxic } from "./delete-toxic.ts";
import { endProcess } from "./end-process.ts";
import { restoreFileLimit } from "./restore-file-limit.ts";
import { removeFaultRule } from "./remove-fault-rule.ts";
import { resumeProcess } from "./resume-process.ts";

/**
 * Takes one step and checks that its fault is undone. Taking it again does nothing. A target that no longer exists counts as undone.
 * @throws StepFailed with what is still there
 */
export function takeStep(step: UndoStep): Promise<void> {
  switch (step.kind) {
    case "resume-process":
      return resumeProcess(step.process);
    case "end-process":
      return endProcess(step.process);
    case "restore-file-limit":
      return restoreFileLimit(step.process, step.soft);
    case "delete-nftables-table":
      return deleteNftablesTable(step);
    case "delete-qdisc":
      return deleteQdisc(step);
    case "delete-toxic":
      return deleteToxic(step);
    case "remove-fault-rule":
      return removeFaultRule(step);
  }
}

/** Steps that a restart of the machine takes by itself; only what other machines hold is left after one. */
export function endsWithBoot(step: UndoStep): boolean {
  return step.kind !== "delete-toxic" && step.kind !== "remove-fault-rule";
}
