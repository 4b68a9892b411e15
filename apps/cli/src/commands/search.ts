import { knowledgeRoutes } from "@morrow/contract/knowledge";
import { Command } from "commander";

import { connect } from "../connection/connect.ts";
import { parseCount } from "../output/arguments.ts";
import { printJson, printLine, printNote } from "../output/print.ts";

/** `morrow search QUERY`: everything you may see. */
export function searchCommand(): Command {
  return new Command("search")
    .description(
      'search retrospectives, incidents, timelines and countermeasures ("a phrase", severity:SEV1, service:payments, tag:dns, after:2026-01-01)',
    )
    .argument("<query...>")
    .option("-n, --limit <count>", "how many results", parseCount, 20)
    .option("--json", "print JSON")
    .action(async (words: string[], options: { limit: number; json?: boolean }) => {
      const found = await (
        await connect()
      ).call(knowledgeRoutes.search, { query: { q: words.join(" "), limit: options.limit } });
      if (options.json) return printJson(found);
      for (const { from, to } of found.corrected)
        printNote(`"${from}" stands nowhere; searched for "${to}".`);
      found.notes.forEach(printNote);
      if (found.items.length === 0) return printNote("Nothing found.");
      for (const hit of found.items) {
        printLine(`${hit.ref}  ${hit.title}`);
        printLine(
          `    ${hit.snippet
            .map((part) => part.text)
            .join("")
            .replaceAll(/\s+/g, " ")}`,
        );
      }
    });
}
