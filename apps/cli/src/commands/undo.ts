import { defaultStateFolder, listLeft, openStateFolder, undoLeft, type LeftFault } from "@morrow/faults/undo";
import { Command } from "commander";

import { printJson, printLine, printNote } from "../output/print.ts";
import { Usage } from "../output/usage.ts";

/** `morrow undo [--all] [ID…]`: what faults are left, and how to be rid of them. */
export function undoCommand(): Command {
  return new Command("undo")
    .description(
      "undo faults that were left behind, and show what still stands (exit code 1 while anything does)",
    )
    .argument("[ids...]", "faults to undo, by their id or its beginning")
    .option("--all", "undo every fault, also those of experiments that are running")
    .option("--json", "print JSON")
    .action(async (ids: string[], options: { all?: boolean; json?: boolean }) => {
      const folder = openStateFolder(defaultStateFolder());
      const which = options.all ? "all" : ids.map((id) => completeId(id, listLeft(folder)));
      const report = await undoLeft(folder, which);
      if (report.left.length > 0) process.exitCode = 1;
      if (options.json) return printJson(report);
      for (const fault of report.undone) printNote(`Undone: ${describeFault(fault)}`);
      printLeft(report.left);
    });
}

/** What is left, each in a few lines. */
export function printLeft(left: readonly LeftFault[]): void {
  if (left.length === 0) return printLine("No fault is left.");
  printLine(`${left.length === 1 ? "1 fault is" : `${left.length} faults are`} left:`);
  for (const fault of left) {
    printLine();
    printLine(`${fault.id}  ${fault.state}`);
    printLine(`  ${describeFault(fault)}`);
    if (fault.experiment !== null) printLine(`  experiment: ${fault.experiment}`);
    if (fault.since !== null)
      printLine(`  since ${fault.since}, ends by itself at ${fault.deadline ?? "no time"}`);
    if (fault.controllerAlive !== null)
      printLine(`  the process that applied it ${fault.controllerAlive ? "is running" : "is gone"}`);
    if (fault.because !== null) printLine(`  ${fault.state} because: ${fault.because}`);
    printLine(`  ${remedy(fault)}`);
  }
}

function describeFault({ fault, effect }: LeftFault): string {
  return fault === null
    ? "The file of this fault is damaged, so nobody knows what it did."
    : `${fault}: ${effect ?? ""}`;
}

function remedy({ id, state }: LeftFault): string {
  switch (state) {
    case "stuck":
      return "It is tried again every half minute. When it can't be undone by Morrow, undo it by hand; then this ends by itself.";
    case "damaged":
      return `Look for what it may have done, and then remove the file ${id} yourself. Morrow never does.`;
    case "prepared":
    case "applied":
      return `To undo it now: morrow undo ${id}`;
  }
}

function completeId(given: string, left: readonly LeftFault[]): string {
  const found = left.filter(({ id }) => id.startsWith(given));
  const [only] = found;
  if (only === undefined)
    throw new Usage(`No fault is left whose id begins with ${given}. \`morrow undo\` lists them.`);
  if (found.length > 1) throw new Usage(`${found.length} ids begin with ${given}. Give more of it.`);
  return only.id;
}
