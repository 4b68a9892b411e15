import { jsonb, type Trx } from "../../platform/db/index.ts";
import type { Work } from "../../platform/spine/index.ts";
import { createCountermeasuresFromImport } from "../countermeasures/index.ts";
import { createImportedIncident, type IncidentRow } from "../incidents/index.ts";
import { createPublishedRetrospectiveFromImport } from "../retrospectives/index.ts";
import type { WriteupContent } from "./content.ts";
import { peopleByName } from "./store.ts";
import { countermeasuresOf } from "./understood/countermeasures.ts";
import type { UnderstoodIncident } from "./understood/incident.ts";
import { addresses } from "./understood/links.ts";
import { documentOf, stakeholdersOf } from "./understood/retrospective.ts";
import type { Part } from "./result.ts";

export interface Accepted extends Part {
  content: WriteupContent;
  identity: string | null;
  incident: UnderstoodIncident;
  restricted: boolean;
  /** Who imports it. */
  by: string;
}

/** Stores one incident of a file with everything that it tells, in the transaction of the caller. */
export async function acceptPart(work: Work, accepted: Accepted): Promise<IncidentRow> {
  const { content, incident: understood, restricted, by, proposal } = accepted;
  await keepFile(work.trx, content);
  const { incident } = await createImportedIncident(work, { ...understood.facts, restricted, by });
  await createPublishedRetrospectiveFromImport(work, {
    incident,
    document: documentOf(proposal),
    stakeholders: stakeholdersOf(proposal),
    by,
  });
  const owners = proposal.actions.flatMap((action) => action.owner?.trim() ?? []);
  const people = await peopleByName(work.trx, owners);
  await createCountermeasuresFromImport(work, {
    incidentId: incident.id,
    items: countermeasuresOf(proposal, { people, today: work.now.slice(0, 10) }),
    by,
  });
  await insertWriteup(work, accepted, incident);
  return incident;
}

/** Sent to the database once, however many incidents the file tells of: it may have 5 MB. */
async function keepFile(trx: Trx, { sha256, bytes }: WriteupContent): Promise<void> {
  const held = await trx
    .selectFrom("writeup_file")
    .select("size")
    .where("sha256", "=", sha256)
    .executeTakeFirst();
  if (held !== undefined) return;
  await trx
    .insertInto("writeup_file")
    .values({ sha256, bytes, size: bytes.byteLength })
    .onConflict((conflict) => conflict.column("sha256").doNothing())
    .execute();
}

async function insertWriteup(
  work: Work,
  { path, part, content, identity, incident: understood, proposal, by }: Accepted,
  incident: IncidentRow,
): Promise<void> {
  const id = work.newId();
  await work.trx
    .insertInto("writeup")
    .values({
      id,
      sha256: content.sha256,
      part,
      path,
      url: addresses([proposal.frontMatter?.url])[0] ?? null,
      identity,
      incident_id: incident.id,
      audience: incident.audience,
      questions: jsonb(understood.questions),
      imported_at: work.now,
      imported_by: by,
    })
    .execute();
  work.record({
    what: "writeup.imported",
    subjectKind: "writeup",
    subjectId: id,
    incidentId: incident.id,
    audience: incident.audience,
    data: { path, part, sha256: content.sha256, questions: understood.questions.length },
  });
}
