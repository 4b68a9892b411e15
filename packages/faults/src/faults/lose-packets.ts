import { z } from "zod";

import type { Fault } from "./fault.ts";
import { planRules } from "./network/apply-rules.ts";
import { sayTraffic, trafficFields } from "./network/traffic.ts";
import { saySeconds } from "./quantity.ts";

const argumentsOf = z.strictObject({
  ...trafficFields,
  /** Percent of the packets, each decided for itself. */
  loss: z.number().gt(0).max(100),
});

/** Loses a share of the packets. */
export const losePackets: Fault<z.infer<typeof argumentsOf>> = {
  name: "lose-packets",
  summary:
    "Loses a share of the packets with some addresses or ports, as a failing link or a full switch would.",
  arguments: argumentsOf,
  selects: "nothing",
  plan: ({ durationMs, token, arguments: { direction, loss, ...traffic } }) =>
    planRules(
      {
        table: `morrow_${token}`,
        traffic,
        direction,
        fate: { kind: "drop-share", share: loss / 100 },
        durationMs,
      },
      `Loses ${loss} % of the packets of ${sayTraffic(traffic)} for ${saySeconds(durationMs)}.`,
    ),
};
