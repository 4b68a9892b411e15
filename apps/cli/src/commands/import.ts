import { writeupRoutes, type ImportResult } from "@morrow/contract/writeups";
import { isZone } from "@morrow/domain/timeline";
import { Command, InvalidArgumentError } from "commander";

import { connect } from "../connection/connect.ts";
import { printJson, printLine, printNote, showProgress } from "../output/print.ts";
import { batches, collectWriteups } from "./import/collect.ts";

interface ImportOptions {
  zone?: string;
  dryRun?: boolean;
  restricted?: boolean;
  json?: boolean;
}

/** `morrow import PATH… [--zone IANA] [--dry-run] [--json]`: files and folders of Markdown write-ups. */
export function importCommand(): Command {
  return new Command("import")
    .description("import write-ups: files and folders of Markdown; the same file again changes nothing")
    .argument("<path...>", "files, or folders with Markdown in them")
    .option("--zone <zone>", "zone for times that state none, such as Europe/Berlin", parseZone)
    .option("--dry-run", "show what would be understood, save nothing")
    .option("--restricted", "only named people may see the incidents")
    .option("--json", "print JSON: one entry for each incident found")
    .action(async (paths: string[], options: ImportOptions) => {
      const items = await importAll(paths, options);
      if (options.json) printJson(items);
      else report(items, options);
      if (items.some((item) => item.status === "refused")) process.exitCode = 1;
    });
}

function parseZone(value: string): string {
  if (!isZone(value))
    throw new InvalidArgumentError(
      "This is not a known zone. Zones look like Europe/Berlin, America/New_York, UTC or +02:00.",
    );
  return value;
}

async function importAll(paths: readonly string[], options: ImportOptions): Promise<ImportResult[]> {
  const client = await connect();
  const files = await collectWriteups(paths);
  const items: ImportResult[] = [];
  let done = 0;
  for (const batch of batches(files)) {
    const body = {
      files: batch.map((file) => ({
        ...file.content,
        path: file.path,
        ...(options.zone === undefined ? {} : { zone: options.zone }),
      })),
      dryRun: options.dryRun ?? false,
      restricted: options.restricted ?? false,
    };
    items.push(...(await client.call(writeupRoutes.import, { body })).items);
    done += batch.length;
    showProgress(done, files.length, options.dryRun === true ? "read" : "imported");
  }
  return items;
}

function report(items: readonly ImportResult[], options: ImportOptions): void {
  for (const item of items) {
    const times =
      item.startedAt === null
        ? "start not stated"
        : `${item.startedAt}${item.endedAt === null ? "" : ` to ${item.endedAt}`}`;
    printLine(`${item.status === "known" ? "already here" : item.status}  ${item.ref ?? "-"}  ${item.title}`);
    printLine(
      `    ${item.path}: ${times}, ${item.timelineRows} timeline rows, ${item.countermeasures} countermeasures`,
    );
    if (item.message !== null) printLine(`    ${item.message}`);
    for (const question of item.questions) printLine(`    open, line ${question.line}: ${question.sentence}`);
  }
  const count = (status: ImportResult["status"]) => items.filter((item) => item.status === status).length;
  const verb = options.dryRun === true ? "would be imported" : "imported";
  printNote(`${count("imported")} ${verb}, ${count("known")} already here, ${count("refused")} refused.`);
}
