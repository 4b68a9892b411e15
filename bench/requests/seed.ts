import { emptyDocument } from "@morrow/domain/retrospectives";
import { sql } from "kysely";

import { indexDocuments } from "../../apps/server/src/features/knowledge/index.ts";
import type { Database } from "../../apps/server/src/platform/db/index.ts";
import { benchDocument } from "../search/collection.ts";

/**
 * What years leave beside the incidents: a retrospective for each (one in twenty a draft, most of those without an owner), a
 * countermeasure for each (one in ten open), and the index of it all.
 */
export async function seedAround(db: Database): Promise<void> {
  const document = JSON.stringify({
    ...emptyDocument,
    lesson: "Queues need a limit.",
    narrative: "It grew.",
  });
  await db.write(async (trx) => {
    await sql`
      insert into retrospective (id, incident_id, audience, state, revision, document, owner_id, due_on, stakeholders,
        created_at, saved_at, published_at, published_revision)
      select gen_random_uuid(), id, audience, case when number % 20 = 0 then 'draft' else 'published' end, 1,
        ${document}::jsonb, case when number % 60 = 0 then (select id from person limit 1) end,
        (happened_at + interval '5 days')::date, '[]', happened_at, happened_at,
        case when number % 20 <> 0 then happened_at end, case when number % 20 <> 0 then 1 end
      from incident`.execute(trx);
    await sql`
      insert into countermeasure (id, number, revision, audience, title, body, state, strength, owner_id, due_on, created_at)
      select gen_random_uuid(), number, 1, audience, 'Limit the queue of ' || title, '',
        case when number % 10 = 0 then 'accepted' else 'verified' end, 'strong',
        case when number % 7 = 0 then (select id from person limit 1) end, (happened_at + interval '30 days')::date, happened_at
      from incident`.execute(trx);
    await sql`
      insert into countermeasure_source (countermeasure_id, incident_id, added_at)
      select countermeasure.id, incident.id, countermeasure.created_at
      from countermeasure join incident using (number)`.execute(trx);
  });
  await indexIncidents(db);
  // The embedded database does this in a quiet moment, of which a bench has none.
  await db.write((trx) => sql`analyze`.execute(trx));
}

/** The incidents as documents of the search bench: what they are found by is longer than their seeded titles. */
async function indexIncidents(db: Database): Promise<void> {
  const incidents = await db.read((trx) =>
    trx.selectFrom("incident").select(["id", "audience", "title", "services", "tags"]).execute(),
  );
  for (let at = 0; at < incidents.length; at += 100) {
    const documents = incidents.slice(at, at + 100).map(({ id, title, services, tags }, n) => ({
      ...benchDocument(at + n),
      kind: "incident" as const,
      audience: "everyone" as const,
      id,
      incidentId: id,
      title,
      services,
      tags,
    }));
    await db.write((trx) => indexDocuments(trx, documents));
  }
}
