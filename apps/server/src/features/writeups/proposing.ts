import type { writeupRoutes } from "@morrow/contract/writeups";
import type { Viewer } from "@morrow/domain/people";
import type { z } from "zod";

import { Refusal } from "../../platform/http/refusal.ts";
import { audiencesIn } from "../people/index.ts";
import type { WriteupDeps } from "./deps.ts";
import { type FileWithAnswers, readFile } from "./importing.ts";
import { importedFrom } from "./store.ts";

type ReadResult = z.output<NonNullable<(typeof writeupRoutes.read)["answer"]>>["items"][number];

/** What would be understood of each incident in the files. Nothing is saved. */
export async function proposeWriteups(
  deps: Pick<WriteupDeps, "db" | "reader">,
  viewer: Viewer,
  files: readonly FileWithAnswers[],
): Promise<ReadResult[]> {
  const results: ReadResult[] = [];
  for (const [index, file] of files.entries()) {
    const read = await readFile(deps, file);
    if (read.kind === "refused") throw refusedFile(index, read.message);
    const { path, content, proposals } = read.file;
    const known = await deps.db.read(async (trx) => {
      const audiences = await audiencesIn(trx, viewer);
      const found = [];
      for (const part of proposals.keys())
        found.push(await importedFrom(trx, { sha256: content.sha256, part }, audiences));
      return found;
    });
    for (const [part, proposal] of proposals.entries()) {
      const earlier = known[part] ?? null;
      results.push({
        path,
        part,
        status: earlier === null ? "new" : "known",
        ref: earlier?.ref ?? null,
        // Once is enough: all parts of a file have the same text.
        proposal: { ...proposal, original: part === 0 ? content.text : "" },
      });
    }
  }
  return results;
}

function refusedFile(index: number, message: string): Refusal {
  return new Refusal("input.rule", {
    message,
    fields: [{ path: ["body", "files", String(index)], code: "unreadable", message }],
  });
}
