import { existsSync } from "node:fs";
import { basename } from "node:path";

import { knowledgeRoutes } from "@morrow/contract/knowledge";
import { Command } from "commander";

import { connect } from "../connection/connect.ts";
import { parseCount, readInput } from "../output/arguments.ts";
import { printJson, printNote } from "../output/print.ts";
import { describeSimilar } from "../output/similar.ts";
import { Usage } from "../output/usage.ts";

/** `morrow similar FILE|REF`: past failures with the same mechanism or symptom, and why they match. */
export function similarCommand(): Command {
  return new Command("similar")
    .description("find past failures like this one")
    .argument(
      "<file or reference>",
      "INC-142, a file with any text about the failure, or - for standard input",
    )
    .option("-n, --limit <count>", "how many results", parseCount, 5)
    .option("--json", "print JSON")
    .action(async (what: string, options: { limit: number; json?: boolean }) => {
      const subject = await subjectOf(what);
      const found = await (
        await connect()
      ).call(knowledgeRoutes.similar, { body: { ...subject, limit: options.limit } });
      if (options.json) return printJson(found.items);
      if (found.items.length === 0) printNote("Nothing like it is known yet.");
      found.items.forEach(describeSimilar);
    });
}

async function subjectOf(what: string): Promise<{ ref: string } | { text: string }> {
  if (what === "-" || existsSync(what)) return { text: (await readInput(what)).toString("utf8") };
  if (/^INC-\d+$/i.test(what)) return { ref: what };
  throw new Usage(`${basename(what)} is neither a file nor a reference such as INC-142.`);
}
