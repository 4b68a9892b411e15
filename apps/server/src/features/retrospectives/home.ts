import type { Countermeasure } from "@morrow/contract/countermeasures";
import type { RetrospectiveBrief } from "@morrow/contract/retrospectives";
import type { Audiences, Viewer } from "@morrow/domain/people";
import { sql } from "kysely";

import type { Trx } from "../../platform/db/index.ts";
import { visible } from "../../platform/db/visible.ts";
import { promisedBy } from "../countermeasures/index.ts";
import { audiencesIn } from "../people/index.ts";
import { presentRetrospectiveBriefs, selectBriefs } from "./briefs.ts";
import type { RetrospectiveDeps } from "./deps.ts";

/** What is not read without scrolling helps nobody. */
const mostShown = 50;

export interface DueForPerson {
  retrospectives: RetrospectiveBrief[];
  countermeasures: Countermeasure[];
}

/**
 * What waits for a person: drafts that they own or facilitate or that nobody owns, and what they promised, each by date.
 * @param today civil date of the reader, by which something is overdue
 */
export async function dueForPerson(
  deps: Pick<RetrospectiveDeps, "policy">,
  trx: Trx,
  viewer: Viewer,
  today: string,
): Promise<DueForPerson> {
  const audiences = await audiencesIn(trx, viewer);
  // Noon of that day, where the day is counted in UTC: the reader's own date, whatever the policy's zone.
  const now = `${today}T12:00:00Z`;
  const rows = await selectBriefs(trx)
    .where("retrospective.state", "=", "draft")
    .where(visible(sql.ref("retrospective.audience"), audiences))
    .where(({ or, eb }) =>
      or([
        eb("retrospective.owner_id", "=", viewer.personId),
        eb("retrospective.facilitator_id", "=", viewer.personId),
        eb("retrospective.owner_id", "is", null),
      ]),
    )
    .orderBy(sql`coalesce(retrospective.due_on, 'infinity'::date)`)
    .orderBy("retrospective.id")
    .limit(mostShown)
    .execute();
  const { policy } = await deps.policy.current(trx);
  const inUtc = { policy: { ...policy, zone: "UTC" }, now };
  return {
    retrospectives: await presentRetrospectiveBriefs(trx, rows, inUtc),
    countermeasures: await promisedBy(
      trx,
      { audiences, personId: viewer.personId, now, zone: "UTC" },
      mostShown,
    ),
  };
}

/** The newest publications that the given audiences may read. */
export async function recentlyPublished(
  deps: Pick<RetrospectiveDeps, "policy" | "now">,
  trx: Trx,
  audiences: Audiences,
  limit: number,
): Promise<RetrospectiveBrief[]> {
  const rows = await selectBriefs(trx)
    .where("retrospective.state", "=", "published")
    .where(visible(sql.ref("retrospective.audience"), audiences))
    .orderBy("retrospective.published_at", "desc")
    .orderBy("retrospective.id", "desc")
    .limit(limit)
    .execute();
  const { policy } = await deps.policy.current(trx);
  return presentRetrospectiveBriefs(trx, rows, { policy, now: deps.now() });
}
