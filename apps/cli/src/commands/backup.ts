import { createReadStream, createWriteStream } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import { createClient } from "@morrow/client";
import { operationRoutes } from "@morrow/contract/operation";
import { Command } from "commander";

import { connect } from "../connection/connect.ts";
import { printJson, printNote } from "../output/print.ts";
import { Usage } from "../output/usage.ts";

/** `morrow backup FILE`: the whole organisation in one file, while Morrow runs. */
export function backupCommand(): Command {
  return new Command("backup")
    .description("write the whole organisation into one file, consistent while Morrow runs")
    .argument("<file>")
    .option("--json", "print JSON")
    .action(async (file: string, options: { json?: boolean }) => {
      const response = await (await connect()).open(operationRoutes.backup, {});
      if (response.body === null) throw new Error("Morrow sent no backup.");
      // A broken download must never look like a backup, nor replace an older good one.
      const unfinished = `${file}.unfinished`;
      try {
        await pipeline(Readable.fromWeb(response.body), createWriteStream(unfinished, { flush: true }));
        await rename(unfinished, file);
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
      const { size } = await stat(file);
      if (options.json) return printJson({ file, bytes: size });
      printNote(`${file}: ${size.toLocaleString("en")} bytes.`);
    });
}

/** `morrow restore FILE --set-up-link LINK`: fills an empty Morrow, embedded or on PostgreSQL. */
export function restoreCommand(): Command {
  return new Command("restore")
    .description("fill an empty Morrow from a backup")
    .argument("<file>")
    .requiredOption("--set-up-link <link>", "the one-time link that the empty Morrow printed when it started")
    .option("--json", "print JSON")
    .action(async (file: string, options: { setUpLink: string; json?: boolean }) => {
      const { origin, token } = readLink(options.setUpLink);
      await stat(file).catch(() => {
        throw new Usage(`There is no file ${file}.`);
      });
      const body = Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>;
      const done = await createClient({ baseUrl: origin }).call(
        operationRoutes.restore,
        {},
        { token, bytes: { type: "application/gzip", body } },
      );
      if (options.json) return printJson(done);
      printNote(`${done.organisation} is restored at ${origin}. Sign in as before.`);
    });
}

function readLink(link: string): { origin: string; token: string } {
  const url = URL.canParse(link) ? new URL(link) : null;
  if (url === null || url.hash.length < 2)
    throw new Usage("That is not a set-up link. It looks like http://127.0.0.1:4800/set-up#mru_…");
  return { origin: url.origin, token: url.hash.slice(1) };
}
