import { dueBecause } from "./due.ts";
import type { UndoCause, UndoRole } from "./history.ts";
import { bootId, isAlive, uptimeSeconds } from "./identity.ts";
import { isHalted } from "./halt.ts";
import type { UndoRecord } from "./record.ts";
import type { StateFolder } from "./state-folder.ts";
import { markStuck, undoOne } from "./undo-record.ts";

/** Seconds from when a record became due until its steps are taken beside a process that holds its claim. */
const courtesySeconds = 1;
const attemptsUntilStuck = 5;
/** Seconds between attempts: doubling from the first, never more than the last. */
const firstRetrySeconds = 0.25;
const lastRetrySeconds = 30;

interface Case {
  dueSince: number;
  attempts: number;
  nextAt: number;
  working: boolean;
}

/** Undoes whatever is due, each record on its own, so that one that hangs keeps no other waiting. */
export interface Attendant {
  /** Looks at these records once and starts what is due. */
  look(records: readonly UndoRecord[]): void;
  /** Resolves when everything started has ended. */
  settle(): Promise<void>;
}

export function createAttendant(folder: StateFolder, role: UndoRole): Attendant {
  const cases = new Map<string, Case>();
  const working = new Set<Promise<void>>();

  async function attempt(id: string, known: Case, cause: UndoCause, uptime: number): Promise<void> {
    const insist = uptime - known.dueSince >= courtesySeconds;
    const outcome = await undoOne(folder, id, { role, cause, insist });
    if (outcome.name === "undone" || outcome.name === "absent") cases.delete(id);
    if (outcome.name !== "failed") return;
    known.attempts += 1;
    known.nextAt =
      uptimeSeconds() + Math.min(lastRetrySeconds, firstRetrySeconds * 2 ** (known.attempts - 1));
    if (known.attempts >= attemptsUntilStuck)
      await markStuck(folder, id, { role, attempts: known.attempts, because: outcome.because });
  }

  function start(id: string, known: Case, cause: UndoCause, uptime: number): void {
    known.working = true;
    const work = attempt(id, known, cause, uptime)
      .catch(() => {
        // The disk or the lock failed, not a step: tried again like a step, as long as the record is there.
        known.attempts += 1;
        known.nextAt = uptimeSeconds() + firstRetrySeconds;
      })
      .finally(() => {
        known.working = false;
        working.delete(work);
      });
    working.add(work);
  }

  return {
    look(records) {
      const uptime = uptimeSeconds();
      const situation = { bootId: bootId(), uptime, halted: isHalted(folder), isAlive };
      for (const record of records) {
        const cause = dueBecause(record, situation);
        if (cause === null) continue;
        const known = cases.get(record.id) ?? { dueSince: uptime, attempts: 0, nextAt: 0, working: false };
        cases.set(record.id, known);
        if (!known.working && uptime >= known.nextAt) start(record.id, known, cause, uptime);
      }
    },
    async settle() {
      await Promise.all(working);
    },
  };
}
