import { userInfo } from "node:os";

import {
  defaultStateFolder,
  halt,
  liftHalt,
  openStateFolder,
  readHalt,
  undoLeft,
  type StateFolder,
} from "@morrow/faults/undo";
import { Command } from "commander";

import { printJson, printNote } from "../output/print.ts";
import { Usage } from "../output/usage.ts";
import { printLeft } from "./undo.ts";

interface Options {
  reason?: string;
  lift?: boolean;
  json?: boolean;
}

/** `morrow halt [--reason TEXT]`, `morrow halt --lift`: everything is undone, and nothing starts until it is lifted. */
export function haltCommand(): Command {
  return new Command("halt")
    .description("undo every fault at once and let none start, until the halt is lifted")
    .option("--reason <text>", "why, for those who find everything halted")
    .option("--lift", "let faults start again")
    .option("--json", "print JSON")
    .action(async (options: Options) => {
      if (options.lift && options.reason !== undefined) throw new Usage("A halt is lifted without a reason.");
      const folder = openStateFolder(defaultStateFolder());
      await (options.lift ? lift(folder, options) : haltAll(folder, options));
    });
}

async function haltAll(folder: StateFolder, options: Options): Promise<void> {
  const first = await halt(folder, {
    who: userInfo().username,
    why: options.reason ?? "not said",
    at: new Date(),
  });
  // Not left to the guard alone: this works also when nothing of Morrow runs any more.
  const { undone, left } = await undoLeft(folder, "all");
  if (left.length > 0) process.exitCode = 1;
  const text = readHalt(folder)?.text ?? "";
  if (options.json) return printJson({ halted: true, first, text, undone, left });
  printNote(first ? "Halted. Nothing starts until `morrow halt --lift`." : `It was halted already:\n${text}`);
  printLeft(left);
}

async function lift(folder: StateFolder, options: Options): Promise<void> {
  const lifted = await liftHalt(folder);
  if (options.json) return printJson({ halted: false, lifted });
  printNote(lifted ? "Lifted. Faults may start again." : "Nothing was halted.");
}
