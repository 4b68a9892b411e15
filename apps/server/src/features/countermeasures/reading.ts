import type { Audiences, Viewer } from "@morrow/domain/people";

import type { Trx } from "../../platform/db/index.ts";
import { audiencesIn } from "../people/index.ts";
import type { CountermeasureDeps } from "./deps.ts";

/** What it takes to show countermeasures to somebody. */
export interface Reading {
  audiences: Audiences;
  /** Whose own vote is shown. */
  personId: string;
  /** ISO instant, and the zone in which the day that it falls on is counted. */
  now: string;
  zone: string;
}

export async function readingFor(
  deps: Pick<CountermeasureDeps, "policy" | "now">,
  trx: Trx,
  viewer: Viewer,
): Promise<Reading> {
  const audiences = await audiencesIn(trx, viewer);
  const { policy } = await deps.policy.current(trx);
  return { audiences, personId: viewer.personId, now: deps.now(), zone: policy.zone };
}
