import { countermeasureRoutes } from "@morrow/contract/countermeasures";
import { countermeasureStates, type CountermeasureState } from "@morrow/domain/countermeasures";
import { Argument, Command } from "commander";

import { connect } from "../connection/connect.ts";
import { printJson, printLine, printNote, printTable } from "../output/print.ts";

/** `morrow countermeasures …`: list, add, move. */
export function countermeasuresCommand(): Command {
  return new Command("countermeasures")
    .description("list, add and move countermeasures")
    .addCommand(list(), { isDefault: true })
    .addCommand(add())
    .addCommand(move());
}

function list(): Command {
  return new Command("list")
    .description("what slips first on top")
    .option("--state <states>", "idea,accepted,in_progress,done,verified")
    .option("--mine", "only mine")
    .option("--overdue", "only those past their date")
    .option("--incident <reference>", "INC-142")
    .option("--json", "print JSON")
    .action(
      async (options: {
        state?: string;
        mine?: boolean;
        overdue?: boolean;
        incident?: string;
        json?: boolean;
      }) => {
        const { json, mine, overdue, ...rest } = options;
        const query = {
          ...rest,
          ...(mine ? { owner: "me" as const } : {}),
          ...(overdue ? { overdue: "true" as const } : {}),
        };
        const found = await (await connect()).call(countermeasureRoutes.list, { query });
        if (json) return printJson(found);
        if (found.items.length === 0) return printNote("No countermeasures match.");
        printTable(
          found.items.map((item) => [
            item.ref,
            item.state,
            item.dueOn ?? "no date",
            item.owner?.name ?? item.ownerName ?? "no owner",
            item.title,
          ]),
        );
      },
    );
}

function add(): Command {
  return new Command("add")
    .description("write down an idea; it needs no owner yet")
    .argument("<reference>", "the incident it comes from, INC-142")
    .argument("<title>")
    .option("--json", "print JSON")
    .action(async (incident: string, title: string, options: { json?: boolean }) => {
      const made = await (await connect()).call(countermeasureRoutes.add, { body: { incident, title } });
      if (options.json) return printJson(made);
      printLine(`${made.ref}  ${made.title}`);
      for (const remark of made.remarks) printLine(`    ${remark.question}`);
    });
}

interface MoveOptions {
  owner?: string;
  due?: string;
  reason?: string;
  json?: boolean;
}

function move(): Command {
  return new Command("move")
    .description("move to another state: accepting needs an owner and a date, declining a reason")
    .argument("<reference>", "CM-12")
    .addArgument(new Argument("<state>").choices([...countermeasureStates]))
    .option("--owner <id>", "id of the person who owns it")
    .option("--due <date>", "target date, such as 2026-06-30")
    .option("--reason <text>")
    .option("--json", "print JSON")
    .action(async (ref: string, to: CountermeasureState, options: MoveOptions) => {
      const client = await connect();
      const { revision } = await client.call(countermeasureRoutes.show, { params: { ref } });
      const facts = {
        ...(options.owner === undefined ? {} : { ownerId: options.owner }),
        ...(options.due === undefined ? {} : { dueOn: options.due }),
        ...(options.reason === undefined ? {} : { reason: options.reason }),
      };
      const moved = await client.call(countermeasureRoutes.move, {
        params: { ref },
        body: { revision, to, ...facts },
      });
      if (options.json) return printJson(moved);
      printLine(`${moved.ref} is ${moved.state.replace("_", " ")} now.`);
    });
}
