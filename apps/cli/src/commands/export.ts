import { writeFile } from "node:fs/promises";

import { retrospectiveRoutes } from "@morrow/contract/retrospectives";
import { Command, Option } from "commander";

import { connect } from "../connection/connect.ts";

type Format = "markdown" | "html" | "json" | "original";

/** `morrow export INC-142 --format markdown`: complete, and re-importable as Markdown. */
export function exportCommand(): Command {
  return new Command("export")
    .description("write a retrospective as Markdown, HTML or JSON, or the original write-up byte for byte")
    .argument("<reference>", "INC-142")
    .addOption(
      new Option("-f, --format <format>")
        .choices(["markdown", "html", "json", "original"])
        .default("markdown"),
    )
    .option("-o, --output <file>", "write to a file instead of standard output")
    .action(async (ref: string, options: { format: Format; output?: string }) => {
      const response = await (
        await connect()
      ).open(retrospectiveRoutes.export, { params: { ref }, query: { format: options.format } });
      const bytes = new Uint8Array(await response.arrayBuffer());
      if (options.output === undefined) process.stdout.write(bytes);
      else await writeFile(options.output, bytes);
    });
}
