import { fileURLToPath } from "node:url";

import { startInBackground } from "../background.ts";
import { recordPath } from "../journal.ts";
import type { UndoRecord } from "../record.ts";
import type { StateFolder } from "../state-folder.ts";

export const expiryProgram = fileURLToPath(new URL("expire.ts", import.meta.url));

/** Seconds before the deadline at which Node is started, so that it is ready in time on a busy machine. */
const leadSeconds = 3;

/**
 * A shell sleeps until shortly before the deadline and only then starts Node: about 1 MB per fault instead of 50. It looks at the clock since
 * boot every second, so that a suspended machine does not stretch the time, goes when the record is gone, and tries again while it is not.
 */
const script = `
node=$1 program=$2 root=$3 id=$4 record=$5 wake=$6
tries=0
while [ -e "$record" ]; do
  read -r uptime rest < /proc/uptime
  if [ "\${uptime%.*}" -ge "$wake" ] || [ -e "$root/halt" ]; then
    tries=$((tries + 1))
    "$node" "$program" "$root" "$id" "$tries"
    if [ "$tries" -lt 30 ]; then sleep "$tries"; else sleep 30; fi
  else
    sleep 1
  fi
done
`;

/** Returns once the process that ends this one record at its deadline is running, whatever happens to the runner and the guard. */
export async function startExpiry(folder: StateFolder, record: UndoRecord): Promise<void> {
  await startInBackground(folder, "/bin/sh", [
    "-c",
    script,
    "morrow-expiry",
    process.execPath,
    expiryProgram,
    folder.root,
    record.id,
    recordPath(folder, record.id),
    String(Math.max(0, Math.floor(record.deadlineUptime - leadSeconds))),
  ]);
}
