import { dueBecause } from "./due.ts";
import { refuseForeignGuard, refuseForeignMachine } from "./foreign.ts";
import { ensureGuard } from "./guard/start-guard.ts";
import { isHalted } from "./halt.ts";
import { bootId, isAlive, uptimeSeconds } from "./identity.ts";
import { listPending, removeFinished, type PendingRecords } from "./journal.ts";
import type { StateFolder } from "./state-folder.ts";
import { undoOne } from "./undo-record.ts";
import { undoPersistently } from "./undo-persistently.ts";

/**
 * Undoes what earlier processes left: records past their deadline, without a living controller, of an earlier boot, or stuck. Every start of
 * a command that applies faults begins with it. Faults of experiments that are running are left alone.
 * @returns what is pending afterwards
 * @throws when the folder is another container's or host's
 */
export async function recover(folder: StateFolder): Promise<PendingRecords> {
  refuseForeignMachine(folder);
  await refuseForeignGuard(folder);
  await removeFinished(folder);
  const situation = { bootId: bootId(), uptime: uptimeSeconds(), halted: isHalted(folder), isAlive };
  await Promise.all(
    listPending(folder).records.map(async (record) => {
      const cause = dueBecause(record, situation);
      if (cause === null) return;
      // What is known to be stuck gets one try, so that it does not hold up every start.
      if (record.state.name === "stuck")
        await undoOne(folder, record.id, { role: "start", cause, insist: true });
      else await undoPersistently(folder, record.id, { role: "start", cause });
    }),
  );
  const left = listPending(folder);
  // What is still there is tried again by the guard, also when this command ends.
  if (left.records.length > 0) await ensureGuard(folder);
  return left;
}
