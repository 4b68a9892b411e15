import { setTimeout as wait } from "node:timers/promises";

import { dueBecause } from "../due.ts";
import { isHalted } from "../halt.ts";
import { bootId, uptimeSeconds } from "../identity.ts";
import { readRecord } from "../journal.ts";
import { stateFolderAt, type StateFolder } from "../state-folder.ts";
import { markStuck, undoOne } from "../undo-record.ts";

/**
 * Ends one record at its deadline when nobody else did. Parameters: state folder, id, number of the try. Exit code 0 when the record is gone,
 * 1 when it has to be tried again (the shell of start-expiry.ts does).
 */

/** Seconds after the deadline: the runner and the guard come first. */
const graceSeconds = 0.25;
/** Seconds after the deadline from which on the steps are taken beside a process that holds the claim; it may be stopped. */
const insistAfterSeconds = 1;
const attemptsUntilStuck = 5;
const pollMs = 50;

const [root, id, tries] = process.argv.slice(2);
if (root === undefined || id === undefined)
  throw new Error("A state folder and the id of a record are needed.");
process.exitCode = (await expire(stateFolderAt(root), id, Number(tries))) ? 0 : 1;

async function expire(folder: StateFolder, record: string, attempts: number): Promise<boolean> {
  for (;;) {
    const found = readRecord(folder, record);
    if (found.name !== "record") return found.name === "absent";
    const uptime = uptimeSeconds();
    // Only the deadline and a halt concern this process; watching the controller is the guard's work.
    const cause = dueBecause(found.record, {
      bootId: bootId(),
      uptime: uptime - graceSeconds,
      halted: isHalted(folder),
      isAlive: () => true,
    });
    if (cause !== null) {
      const insist = uptime - found.record.deadlineUptime > insistAfterSeconds;
      const outcome = await undoOne(folder, record, { role: "expiry-process", cause, insist });
      if (outcome.name === "undone" || outcome.name === "absent") return true;
      if (outcome.name === "failed") {
        if (attempts >= attemptsUntilStuck)
          await markStuck(folder, record, { role: "expiry-process", attempts, because: outcome.because });
        return false;
      }
    }
    await wait(pollMs);
  }
}
