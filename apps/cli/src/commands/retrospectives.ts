import { retrospectiveRoutes } from "@morrow/contract/retrospectives";
import { Command } from "commander";

import { connect } from "../connection/connect.ts";
import { printJson, printLine, printNote, printTable } from "../output/print.ts";

/** `morrow retrospectives …`: list, start, publish. */
export function retrospectivesCommand(): Command {
  return new Command("retrospectives")
    .description("list, start and publish retrospectives")
    .addCommand(list(), { isDefault: true })
    .addCommand(start())
    .addCommand(publish());
}

function list(): Command {
  return new Command("list")
    .description("drafts by due date, then published ones")
    .option("--overdue", "only those past their due date")
    .option("--mine", "only those I own or facilitate")
    .option("--json", "print JSON")
    .action(async (options: { overdue?: boolean; mine?: boolean; json?: boolean }) => {
      const query = {
        ...(options.overdue ? { overdue: "true" as const } : {}),
        ...(options.mine ? { mine: "true" as const } : {}),
      };
      const found = await (await connect()).call(retrospectiveRoutes.list, { query });
      if (options.json) return printJson(found);
      if (found.items.length === 0) return printNote("No retrospectives match.");
      printTable(
        found.items.map((item) => [
          item.incident.ref,
          item.state,
          item.overdue ? `due ${item.dueOn ?? ""}, overdue` : item.dueOn === null ? "" : `due ${item.dueOn}`,
          item.lesson || item.incident.title,
        ]),
      );
    });
}

function start(): Command {
  return new Command("start")
    .description("start the retrospective of an incident")
    .argument("<reference>", "INC-142")
    .option("--json", "print JSON")
    .action(async (ref: string, options: { json?: boolean }) => {
      const made = await (await connect()).call(retrospectiveRoutes.start, { params: { ref }, body: {} });
      if (options.json) return printJson(made);
      printLine(
        `Started. ${made.dueOn === null ? "It has no due date yet." : `It is due on ${made.dueOn}.`}`,
      );
      if (made.missingGroups.length > 0)
        printLine(`Nobody speaks yet for: ${made.missingGroups.join(", ")}.`);
    });
}

function publish(): Command {
  return new Command("publish")
    .description("publish to everyone who may see the incident")
    .argument("<reference>", "INC-142")
    .option("--json", "print JSON")
    .action(async (ref: string, options: { json?: boolean }) => {
      const client = await connect();
      const { revision } = await client.call(retrospectiveRoutes.show, { params: { ref } });
      const published = await client.call(retrospectiveRoutes.publish, {
        params: { ref },
        body: { revision },
      });
      if (options.json) return printJson(published);
      printLine(`${ref} is published.`);
    });
}
