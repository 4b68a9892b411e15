import { describeFaults, type FaultDescription } from "@morrow/faults";
import { Command } from "commander";

import { printJson, printLine, printTable } from "../output/print.ts";
import { Usage } from "../output/usage.ts";

/** `morrow faults [NAME]`: which faults there are, and what one takes. */
export function faultsCommand(): Command {
  return new Command("faults")
    .description("list the faults that experiments can make, and what each takes")
    .argument("[name]", "only this one, with its arguments")
    .option("--json", "print JSON, with the arguments as JSON Schema")
    .action((name: string | undefined, options: { json?: boolean }) => {
      const all = describeFaults();
      const chosen = name === undefined ? all : all.filter((fault) => fault.name === name);
      if (chosen.length === 0)
        throw new Usage(
          `There is no fault called ${name}. There are: ${all.map((fault) => fault.name).join(", ")}.`,
        );
      if (options.json) return printJson(chosen);
      if (name === undefined) return printTable(all.map((fault) => [fault.name, fault.summary]));
      chosen.forEach(printFault);
    });
}

function printFault({ name, summary, selects, arguments: taken }: FaultDescription): void {
  printLine(`${name}: ${summary}`);
  printLine(
    selects === "processes"
      ? "It needs `select`: which processes."
      : "It selects nothing; its arguments name the target.",
  );
  if (taken.length === 0) return printLine("It takes no arguments.");
  printLine();
  printTable(taken.map(({ name: argument, type, fallback }) => [`  ${argument}`, type, fallback]));
}
