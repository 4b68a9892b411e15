import { sql } from "kysely";

import type { Trx } from "../../../platform/db/index.ts";
import { headerOf, type IncidentForIndex } from "./incident-documents.ts";
import type { Texts, Wanted } from "./wanted.ts";

/**
 * How many events make one document, in the order in which they were recorded. A new event then changes one small
 * document, however long the timeline is, and a hit stands near the place it was found in.
 */
const eventsPerDocument = 50;

interface Chunk {
  chunk: number;
  /** The first event, whose id the document has: later ones never come before it. */
  id: string;
  revision: number;
  at: string | null;
  current: number;
}

/** What Morrow itself writes at a milestone says nothing that anybody searches for. */
const ownWords = String.raw`^(The incident (was )?(started|detected|declared|resolved|closed)|Closed here when its write-up was imported)\.$`;

/** Numbered by place, and whether it says anything that stands. */
const numbered = (incidentId: string) => sql`
  select id, at, body, actor, given, revision, recorded_at, given_order, superseded_by, withdrawn,
    (row_number() over (order by recorded_at, given_order, id) - 1) / ${eventsPerDocument}::int as chunk,
    superseded_by is null and withdrawn is null and body <> '' and body !~ ${ownWords} as stands
  from timeline_event where incident_id = ${incidentId}::uuid`;

export async function timelineDocuments(trx: Trx, incident: IncidentForIndex): Promise<Wanted[]> {
  const { rows } = await sql<Chunk>`
    with numbered as (${numbered(incident.id)})
    select chunk, (array_agg(id order by recorded_at, given_order, id))[1] as id, min(at) filter (where stands) as at,
      (sum(revision) + 2 * count(*) + count(superseded_by) + count(withdrawn))::int as revision,
      (count(*) filter (where stands))::int as current
    from numbered group by chunk order by chunk`.execute(trx);
  return rows
    .filter((chunk) => chunk.current > 0)
    .map(({ id, chunk, revision, at }): Wanted => {
      const header = headerOf(incident, { id, kind: "timeline", audience: incident.audience });
      return {
        // Without the title: fifty pieces of one story would all be found by it. Who shows them knows it.
        header: { ...header, title: "", revision, occurredAt: at ?? header.occurredAt },
        texts: () => textsOf(trx, incident.id, chunk),
      };
    });
}

async function textsOf(trx: Trx, incidentId: string, chunk: number): Promise<Texts> {
  const { rows } = await sql<{ body: string; actor: string | null }>`
    with numbered as (${numbered(incidentId)})
    select body, actor from numbered where chunk = ${chunk} and stands
    order by coalesce(at, 'infinity'::timestamptz), given_order, id`.execute(trx);
  const lines = rows.map(({ body, actor }) => (actor === null ? body : `${actor}: ${body}`));
  return { lead: "", text: lines.join("\n\n"), factors: [] };
}
