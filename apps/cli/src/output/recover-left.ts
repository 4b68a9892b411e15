import { existsSync } from "node:fs";

import { printNote } from "./print.ts";

/**
 * Commands that make faults begin with what earlier ones left: it is undone, and what can't be is said on standard error. They start all the
 * same; where undo is impossible, the engine refuses every fault.
 */
export async function recoverLeft(): Promise<void> {
  // Loaded here, so that other commands start without it.
  const { defaultStateFolder, listLeft, openStateFolder, recover } = await import("@morrow/faults/undo");
  const root = defaultStateFolder();
  if (!existsSync(root)) return;
  try {
    const folder = openStateFolder(root);
    await recover(folder);
    const left = listLeft(folder).filter(({ state }) => state === "stuck" || state === "damaged");
    for (const { id, fault, state } of left)
      printNote(`morrow: a fault of earlier is ${state}: ${fault ?? "unknown"} ${id}. See \`morrow undo\`.`);
  } catch (error) {
    printNote(
      `morrow: faults of earlier can't be undone: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
