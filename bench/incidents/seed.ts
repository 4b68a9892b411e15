import { sql } from "kysely";

import type { Database } from "../../apps/server/src/platform/db/index.ts";

/** Rows as years of incidents leave them: one an hour, of a handful of services and tags, one in fifty restricted. */
export async function seedIncidents(db: Database, from: number, to: number): Promise<void> {
  const step = 5_000;
  for (let start = from; start < to; start += step) {
    const end = Math.min(to, start + step) - 1;
    await db.write((trx) =>
      sql`
        insert into incident (id, number, revision, title, kind, severity, state, scheduled, services, tags, summary,
          impact, links, restricted, audience, declared_at, milestones, happened_at, happened_at_known, resolved_at)
        select made.id, 1000000 + n, 1, 'Incident ' || n || ' of the ' || part || ' service', 'incident', 1 + n % 5,
          case when n % 20 = 0 then 'resolved' else 'closed' end, false, array[part], array['t' || n % 40], '',
          '{"who":"","how":"","howMany":null}', '[]', n % 50 = 0,
          case when n % 50 = 0 then 'incident:' || made.id else 'everyone' end, at, '{}', at, true, at
        from generate_series(${start}::int, ${end}::int) as n,
          lateral (select gen_random_uuid() as id, 'part-' || n % 30 as part,
            timestamptz '2010-01-01' + n * interval '1 hour' as at) as made`.execute(trx),
    );
  }
  // Autovacuum would do this within a minute; without it the planner believes that the table is empty.
  await db.write((trx) => sql`analyze incident`.execute(trx));
}

/** Events of one incident, one every ten seconds. */
export async function seedTimeline(db: Database, incidentId: string, count: number): Promise<void> {
  await db.write((trx) =>
    sql`
      insert into timeline_event (id, incident_id, at, precision, source, kind, body, evidence, starred, recorded_at,
        given_order, revision)
      select gen_random_uuid(), ${incidentId}, timestamptz '2026-05-01' + n * interval '10 seconds', 'second', 'chat',
        'note', 'Something that somebody said while the queue was growing, number ' || n, '[]', false,
        timestamptz '2026-05-02', n, 1
      from generate_series(1, ${count}::int) as n`.execute(trx),
  );
  await db.write((trx) => sql`analyze timeline_event`.execute(trx));
}
