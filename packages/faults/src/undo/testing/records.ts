import { v7 } from "uuid";

import { ownIdentity, uptimeSeconds } from "../identity.ts";
import type { UndoRecord } from "../record.ts";
import type { ProcessIdentity, UndoStep } from "../step.ts";

/** A record as the engine writes it, by default ours, applied, and to be undone in a minute. */
export function recordOf(
  steps: readonly UndoStep[],
  changes: Partial<Omit<UndoRecord, "steps">> & { readonly seconds?: number } = {},
): UndoRecord {
  const { seconds = 60, ...given } = changes;
  return {
    version: 1,
    id: v7(),
    fault: "pause-process",
    effect: "Stops a process.",
    experiment: null,
    controller: ownIdentity(),
    preparedAt: new Date().toISOString(),
    deadlineAt: new Date(Date.now() + seconds * 1000).toISOString(),
    deadlineUptime: uptimeSeconds() + seconds,
    state: { name: "applied" },
    ...given,
    steps: [...steps],
  };
}

/** A step of a process that does not exist: there is nothing to undo, so it always succeeds. */
export function nothingToResume(): UndoStep {
  return { kind: "resume-process", process: { ...ownIdentity(), startTicks: 1 } };
}

export function resume({ pid, startTicks, bootId }: ProcessIdentity): UndoStep {
  return { kind: "resume-process", process: { pid, startTicks, bootId } };
}
