import { z } from "zod";

import type { Fault } from "./fault.ts";
import { planRules } from "./network/apply-rules.ts";
import { sayTraffic, trafficFields } from "./network/traffic.ts";
import { saySeconds } from "./quantity.ts";

const argumentsOf = z.strictObject({
  ...trafficFields,
  /** Dropped packets look like a cut cable; refused ones like a service that is down. */
  answer: z.enum(["drop", "reject"]).default("drop"),
});

/** Cuts this host off from addresses or ports. */
export const partitionNetwork: Fault<z.infer<typeof argumentsOf>> = {
  name: "partition-network",
  summary:
    "Cuts the traffic with some addresses or ports: a partition, a lost zone, a firewall rule gone wrong.",
  arguments: argumentsOf,
  selects: "nothing",
  plan: ({ durationMs, token, arguments: { direction, answer, ...traffic } }) =>
    planRules(
      { table: `morrow_${token}`, traffic, direction, fate: { kind: answer }, durationMs },
      `Cuts ${sayTraffic(traffic)} for ${saySeconds(durationMs)} (${answer === "drop" ? "dropped" : "refused"}).`,
    ),
};
