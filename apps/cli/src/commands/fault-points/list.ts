import { Command } from "commander";

import { printJson, printNote, printTable } from "../../output/print.ts";
import { askController, withController, type ControllerOptions } from "./controller.ts";
import { describeRule } from "./describe.ts";

/** `morrow fault-points list`: what is active, whose it is, and how long it still has. */
export function listCommand(): Command {
  return withController(new Command("list"))
    .description("what is active")
    .option("--json", "print JSON")
    .action((options: ControllerOptions & { json?: true }) =>
      askController(options, async (controller) => {
        const state = await controller.list();
        if (options.json) return printJson(state);
        if (state.rules.length === 0) printNote("No fault is active.");
        printTable(
          state.rules.map(({ id, owner, service, expiresIn, rule }) => [
            id,
            service ?? "all services",
            describeRule(rule),
            `${(expiresIn / 1000).toFixed(1)} s unless renewed`,
            owner,
          ]),
        );
      }),
    );
}
