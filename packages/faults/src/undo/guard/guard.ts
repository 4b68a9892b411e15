import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";

import { createAttendant } from "../attendant.ts";
import { claim } from "../claim.ts";
import { writeDurably } from "../durable-file.ts";
import { ownIdentity } from "../identity.ts";
import { listPending, removeFinished } from "../journal.ts";
import { stateFolderAt, type StateFolder } from "../state-folder.ts";

/**
 * The guard: an independent process, one per state folder, that undoes every record when it is due. It needs nobody: it looks at the folder,
 * at the clock since boot and at whether the controllers are alive.
 *
 * Started with the state folder as its only parameter; see start-guard.ts.
 */
const lookEveryMs = 200;
/** Looks without any record until it goes. Faults often follow each other, and starting anew costs a third of a second. */
const looksUntilDone = 15;

const [root] = process.argv.slice(2);
if (root === undefined) throw new Error("The guard needs a state folder.");
await guard(stateFolderAt(root));

async function guard(folder: StateFolder): Promise<void> {
  const held = claim(join(folder.root, "guard.lock"));
  if (held === null) return;
  // Loaded before it says that it is ready: what a step needs must not be missing later.
  const attendant = createAttendant(folder, "guard");
  await removeFinished(folder);
  await register(folder);
  let idle = 0;
  const timer = setInterval(() => void look(), lookEveryMs);

  async function look(): Promise<void> {
    try {
      const { records } = listPending(folder);
      attendant.look(records);
      idle = records.length === 0 ? idle + 1 : 0;
      if (idle >= looksUntilDone) await leave();
    } catch {
      // A full table of open files or a failing disk passes; the guard stays and looks again.
    }
  }

  async function leave(): Promise<void> {
    idle = 0;
    if (existsSync(folder.root)) {
      // Whoever writes a record looks for the guard afterwards, and the guard looks for records after it has signed off:
      // one of the two sees the other.
      await rm(folder.guard, { force: true });
      if (listPending(folder).records.length > 0) return await register(folder);
    }
    clearInterval(timer);
    held?.release();
  }
}

async function register(folder: StateFolder): Promise<void> {
  await writeDurably(folder.guard, `${JSON.stringify(ownIdentity())}\n`);
}
