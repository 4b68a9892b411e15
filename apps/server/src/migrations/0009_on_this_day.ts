// Beside an older process: yes, it only adds an index.
import { type Kysely, sql } from "kysely";

/** Incidents by month and day (in UTC, as one number: 1231), for "on this day". */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index incident_on_day on incident (
      (extract(month from (happened_at at time zone 'UTC'))::int * 100
        + extract(day from (happened_at at time zone 'UTC'))::int),
      happened_at desc
    ) where happened_at_known`.execute(db);
}
