import type { Retrospective } from "@morrow/contract/retrospectives";
import { retrospectiveAudience } from "@morrow/domain/people";
import { documentText, readyToPublish } from "@morrow/domain/retrospectives";

import type { Caller } from "../../platform/http/caller.ts";
import { refuseProblems } from "../../platform/http/refusal.ts";
import { remarksOn } from "../countermeasures/index.ts";
import { readingFor, settleCountermeasureAudiences } from "../incidents/index.ts";
import type { RetrospectiveDeps } from "./deps.ts";
import { findRetrospective } from "./find.ts";
import { markPublished } from "./start.ts";
import { recordOf, writeRetrospective } from "./write.ts";

/**
 * Publishes the document as it is at this revision, to everyone who may see the incident. Publishing again moves the
 * mark to the current document.
 */
export async function publishRetrospective(
  deps: RetrospectiveDeps,
  caller: Caller,
  ref: string,
  revision: number,
): Promise<Retrospective> {
  // The coach may need seconds for a long text, so it reads before the transaction; the revision ties the two together.
  const remarks = await remarksBeforePublishing(deps, caller, ref, revision);
  return writeRetrospective(deps, caller, { ref, revision }, async (work, { incident, row }, reading) => {
    const problems = readyToPublish({ document: row.document, remarks, policy: reading.policy });
    refuseProblems(
      problems.map((problem) => ({ ...problem, path: ["document", ...problem.path] })),
      "retrospective.not_ready",
    );
    const audience = retrospectiveAudience(incident, "published");
    const published = await markPublished(work, row.id);
    await work.trx
      .updateTable("retrospective")
      .set({
        state: "published",
        audience,
        revision: revision + 1,
        published_at: work.now,
        published_by: caller.viewer.personId,
        published_revision: published,
      })
      .where("id", "=", row.id)
      .where("revision", "=", revision)
      .execute();
    const sources = await work.trx
      .selectFrom("countermeasure_source")
      .select("countermeasure_id")
      .where("incident_id", "=", incident.id)
      .execute();
    await settleCountermeasureAudiences(
      work.trx,
      sources.map((source) => source.countermeasure_id),
    );
    recordOf(work, { ...row, audience }, "retrospective.published", {
      revision: published,
      again: row.state === "published",
    });
  });
}

/** Only where the organisation lets rules of the coach block publishing. */
async function remarksBeforePublishing(
  deps: RetrospectiveDeps,
  caller: Caller,
  ref: string,
  revision: number,
): Promise<{ ruleId: string }[]> {
  const texts = await deps.db.read(async (trx) => {
    const reading = await readingFor(deps, trx, caller.viewer);
    const { incident, row } = await findRetrospective(trx, ref, reading.audiences);
    if (reading.policy.publishingBlockedBy.length === 0 || row.revision !== revision) return null;
    const countermeasures = await trx
      .selectFrom("countermeasure_source as source")
      .innerJoin("countermeasure", "countermeasure.id", "source.countermeasure_id")
      .select(["countermeasure.title", "countermeasure.body"])
      .where("source.incident_id", "=", incident.id)
      .where("countermeasure.state", "not in", ["declined", "superseded"])
      .execute();
    return { document: documentText(row.document), countermeasures };
  });
  if (texts === null) return [];
  const inDocument = await deps.coaching.read(texts.document);
  return [...inDocument, ...texts.countermeasures.flatMap(remarksOn)];
}
