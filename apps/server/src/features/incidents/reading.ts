import type { Policy } from "@morrow/domain/policy";
import type { Audiences, Viewer } from "@morrow/domain/people";

import type { Trx } from "../../platform/db/index.ts";
import { audiencesIn } from "../people/index.ts";
import type { IncidentDeps } from "./deps.ts";

/** What it takes to show an incident to somebody. */
export interface Reading {
  audiences: Audiences;
  policy: Policy;
  /** ISO instant. */
  now: string;
}

export async function readingFor(
  deps: Pick<IncidentDeps, "policy" | "now">,
  trx: Trx,
  viewer: Viewer,
): Promise<Reading> {
  const audiences = await audiencesIn(trx, viewer);
  const { policy } = await deps.policy.current(trx);
  return { audiences, policy, now: deps.now() };
}
