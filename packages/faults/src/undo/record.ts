import { z } from "zod";

import { processIdentity, undoStep } from "./step.ts";

/**
 * One applied fault on disk: a file of its own below `<state folder>/pending/`, written and fsynced (file and folder) before the fault is
 * applied, and removed once every step was taken and checked.
 */
export const undoRecord = z.strictObject({
  version: z.literal(1),
  /** UUIDv7: sorts by when the fault was prepared. */
  id: z.uuid(),
  /** The fault's name, for example pause-process. */
  fault: z.string(),
  /** What happens, in one sentence for a person. */
  effect: z.string(),
  /** Title of the experiment, or null when applied from code. */
  experiment: z.string().nullable(),
  /** Who applied it. When this process is gone, the guard undoes at once. */
  controller: processIdentity,
  /** Instants as RFC 3339 in UTC, for people. */
  preparedAt: z.string(),
  deadlineAt: z.string(),
  /** The deadline that counts: seconds since the boot named by controller.bootId, so that a corrected clock moves nothing. */
  deadlineUptime: z.number(),
  /** Taken in order; a step that fails does not keep later ones from being taken. */
  steps: z.array(undoStep).min(1),
  state: z.discriminatedUnion("name", [
    /** On disk, not applied yet (or the controller was killed in between). */
    z.strictObject({ name: z.literal("prepared") }),
    z.strictObject({ name: z.literal("applied") }),
    /** Undoing failed repeatedly; it stays until somebody clears it. */
    z.strictObject({ name: z.literal("stuck"), attempts: z.int().positive(), because: z.string() }),
  ]),
});

export type UndoRecord = z.infer<typeof undoRecord>;
