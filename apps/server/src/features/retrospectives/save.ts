import type { Retrospective, RetrospectiveDocument } from "@morrow/contract/retrospectives";
import { checkDocument } from "@morrow/domain/retrospectives";

import { jsonb } from "../../platform/db/index.ts";
import type { Caller } from "../../platform/http/caller.ts";
import { Refusal, refuseProblems } from "../../platform/http/refusal.ts";
import type { Work } from "../../platform/spine/index.ts";
import type { RetrospectiveDeps } from "./deps.ts";
import type { Found } from "./find.ts";
import { keepRevision, within32Bits } from "./history.ts";
import { recordOf, writeRetrospective } from "./write.ts";

/** Saves the document on the revision that it is based on. */
export function saveDocument(
  deps: RetrospectiveDeps,
  caller: Caller,
  ref: string,
  input: { revision: number; document: RetrospectiveDocument; note: string | null },
): Promise<Retrospective> {
  const { revision, document, note } = input;
  return writeRetrospective(deps, caller, { ref, revision }, async (work, found) => {
    const problems = checkDocument(document);
    refuseProblems(problems.map((problem) => ({ ...problem, path: ["body", "document", ...problem.path] })));
    await store(work, found, { document, note, by: caller.viewer.personId });
    recordOf(work, found.row, "retrospective.saved", { revision: revision + 1, note });
  });
}

/** Makes an earlier document the current one, as a new entry of the history: nothing in between is lost. */
export function restoreRevision(
  deps: RetrospectiveDeps,
  caller: Caller,
  ref: string,
  input: { number: number; revision: number },
): Promise<Retrospective> {
  const { number, revision } = input;
  return writeRetrospective(deps, caller, { ref, revision }, async (work, found) => {
    const earlier = await work.trx
      .selectFrom("retrospective_revision")
      .select("document")
      .where("retrospective_id", "=", found.row.id)
      .where("number", "=", within32Bits(number))
      .executeTakeFirst();
    if (earlier === undefined) throw new Refusal("not_found");
    await store(work, found, {
      document: earlier.document,
      note: `Restored from revision ${number}`,
      by: caller.viewer.personId,
      apart: true,
    });
    recordOf(work, found.row, "retrospective.restored", { revision: revision + 1, from: number });
  });
}

async function store(
  work: Work,
  { row }: Found,
  saved: { document: RetrospectiveDocument; note: string | null; by: string; apart?: boolean },
): Promise<void> {
  const number = row.revision + 1;
  await work.trx
    .updateTable("retrospective")
    .set({
      document: jsonb(saved.document),
      revision: number,
      saved_at: work.now,
      saved_by: saved.by,
    })
    .where("id", "=", row.id)
    .where("revision", "=", row.revision)
    .execute();
  await keepRevision(work, row.id, { number, ...saved });
}
