import type { ImportResult, writeupRoutes } from "@morrow/contract/writeups";
import { formatReference } from "@morrow/domain/references";
import type { WriteupProposal } from "@morrow/writeups";
import type { z } from "zod";

import type { Trx } from "../../platform/db/index.ts";
import type { Caller } from "../../platform/http/caller.ts";
import type { WriteRequest } from "../../platform/spine/index.ts";
import { audiencesIn } from "../people/index.ts";
import { acceptPart, type Accepted } from "./accept.ts";
import { contentOf, type WriteupContent } from "./content.ts";
import type { WriteupDeps } from "./deps.ts";
import { type Outcome, resultOf, unreadable } from "./result.ts";
import { holdIdentity, importedFrom, otherVersionOf } from "./store.ts";
import { incidentOf } from "./understood/incident.ts";

type ImportBody = z.output<NonNullable<(typeof writeupRoutes.import)["body"]>>;
export type FileWithAnswers = ImportBody["files"][number];

/** What of an import holds for each of its files. */
interface Import {
  caller: Caller;
  dryRun: boolean;
  restricted: boolean;
}

/** A file that could be read. */
interface ReadFile {
  path: string;
  content: WriteupContent;
  /** What the write-up calls itself, so that another version of it is recognised. */
  identity: string | null;
  proposals: WriteupProposal[];
}

/**
 * Imports write-ups one after the other, each incident in a transaction of its own: what was reported as imported stays,
 * whatever becomes of the rest. A dry run only looks.
 */
export async function importWriteups(
  deps: WriteupDeps,
  caller: Caller,
  { files, dryRun, restricted }: ImportBody,
): Promise<ImportResult[]> {
  const results: ImportResult[] = [];
  for (const [index, file] of files.entries()) {
    const read = await readFile(deps, file);
    if (read.kind === "refused") {
      results.push(unreadable(file.path, read.message));
      continue;
    }
    for (const part of read.file.proposals.keys()) {
      const request = requestFor(caller.request, index, part);
      results.push(
        await importPart(deps, { caller: { ...caller, request }, dryRun, restricted }, read.file, part),
      );
    }
  }
  return results;
}

/** The text of a file, understood, or why there is none. */
export async function readFile(
  { reader }: Pick<WriteupDeps, "reader">,
  file: FileWithAnswers,
): Promise<{ kind: "read"; file: ReadFile } | { kind: "refused"; message: string }> {
  const content = contentOf(file);
  if (content.text === null)
    return { kind: "refused", message: "This file is not text. Nothing of it was imported." };
  if (content.text.trim() === "") return { kind: "refused", message: "There is nothing in this file." };
  const { path, zone, answers } = file;
  const proposals = await reader.read({
    path,
    text: content.text,
    ...(zone === undefined ? {} : { zone }),
    ...(answers === undefined ? {} : { answers }),
  });
  const identity = proposals[0]?.frontMatter?.uuid?.trim().toLowerCase() || null;
  return { kind: "read", file: { path, content, identity, proposals } };
}

/** A repeat of the request must find the answer of each incident, not that of the first for all. */
function requestFor(request: WriteRequest, file: number, part: number): WriteRequest {
  const { idempotencyKey } = request;
  return idempotencyKey === undefined
    ? request
    : { ...request, idempotencyKey: `${idempotencyKey} ${file}.${part}` };
}

async function importPart(
  deps: WriteupDeps,
  { caller, dryRun, restricted }: Import,
  file: ReadFile,
  part: number,
): Promise<ImportResult> {
  const proposal = file.proposals[part];
  if (proposal === undefined) throw new RangeError(`${file.path} has no part ${part}`);
  const incident = incidentOf(proposal, deps.now());
  const by = caller.viewer.personId;
  const accepted: Accepted = { ...file, part, proposal, incident, restricted, by };
  const outcome = dryRun
    ? await deps.db.read(async (trx) => (await earlier(trx, caller, accepted)) ?? imported(null))
    : await deps.spine.write(caller.request, async (work): Promise<Outcome> => {
        await holdIdentity(work.trx, file.identity ?? file.content.sha256);
        const before = await earlier(work.trx, caller, accepted);
        if (before !== null) return before;
        const row = await acceptPart(work, accepted);
        return imported(formatReference("INC", row.number));
      });
  const { title, timeline } = incident.facts;
  const at = (name: string) => timeline.find((event) => event.milestone === name)?.at ?? null;
  const times = { startedAt: at("started"), endedAt: at("resolved") };
  return resultOf(accepted, { title, ...times, questions: incident.questions }, outcome);
}

function imported(ref: string | null): Outcome {
  return { status: "imported", ref };
}

/** Null when nothing of it was imported before. */
async function earlier(
  trx: Trx,
  caller: Caller,
  { content, identity, part }: Accepted,
): Promise<Outcome | null> {
  const audiences = await audiencesIn(trx, caller.viewer);
  const same = await importedFrom(trx, { sha256: content.sha256, part }, audiences);
  if (same !== null) return { status: "known", ref: same.ref };
  const other = await otherVersionOf(trx, { sha256: content.sha256, identity }, audiences);
  if (other === null) return null;
  const holder = other.ref ?? "An incident that you cannot see";
  return {
    status: "refused",
    message: `${holder} already holds an earlier version of this write-up. Nothing was changed; please edit its retrospective instead.`,
  };
}
