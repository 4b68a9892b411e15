import type { UndoCause } from "./history.ts";
import type { UndoRecord } from "./record.ts";
import type { ProcessIdentity } from "./step.ts";

/** What is looked at when deciding whether a record must be undone now. */
export interface Situation {
  readonly bootId: string | null;
  /** Seconds since boot. */
  readonly uptime: number;
  readonly halted: boolean;
  isAlive(controller: ProcessIdentity): boolean;
}

/** @returns why the record must be undone now, or null while it may stand */
export function dueBecause(record: UndoRecord, situation: Situation): UndoCause | null {
  if (record.controller.bootId !== situation.bootId) return "earlier-boot";
  if (situation.uptime >= record.deadlineUptime) return "deadline";
  if (situation.halted) return "halt";
  if (!situation.isAlive(record.controller)) return "controller-lost";
  return record.state.name === "stuck" ? "stuck" : null;
}
