import { Command } from "commander";

import { printNote } from "../../output/print.ts";
import { askController, withController, type ControllerOptions } from "./controller.ts";

/** `morrow fault-points clear [ID…]`: ends faults, whoever made them. */
export function clearCommand(): Command {
  return withController(new Command("clear"))
    .description("end faults, whoever made them: these, or all")
    .argument("[ids...]", "as in the list")
    .action((ids: string[], options: ControllerOptions) =>
      askController(options, async (controller) => {
        for (const id of ids) await controller.remove(id);
        const ended = ids.length > 0 ? ids.length : await controller.clear();
        printNote(ended === 1 ? "1 fault ended." : `${ended} faults ended.`);
      }),
    );
}
