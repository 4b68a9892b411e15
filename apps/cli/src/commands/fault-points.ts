import { Command } from "commander";

import { clearCommand } from "./fault-points/clear.ts";
import { listCommand } from "./fault-points/list.ts";
import { serveCommand } from "./fault-points/serve.ts";
import { setCommand } from "./fault-points/set.ts";

/** `morrow fault-points …`: serve, set, list, clear. */
export function faultPointsCommand(): Command {
  return new Command("fault-points")
    .description("make faults at the fault points of running services, for as long as this command runs")
    .addCommand(serveCommand())
    .addCommand(setCommand())
    .addCommand(listCommand())
    .addCommand(clearCommand());
}
