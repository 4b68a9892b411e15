import { z } from "zod";

import type { Fault } from "./fault.ts";
import { planShaping } from "./network/shaping.ts";
import { leavingTrafficFields, sayTraffic } from "./network/traffic.ts";
import { saySeconds } from "./quantity.ts";

const argumentsOf = z.strictObject({
  ...leavingTrafficFields,
  /** The device that the traffic leaves by, such as eth0. */
  device: z.string().regex(/^[\w.@-]{1,15}$/, "is no name of a device"),
  /** Kilobits (1,000 bits) a second. */
  kilobits: z.number().min(8).max(100e6),
});

/** Lets traffic leave no faster than a rate; what is too fast waits. */
export const limitBandwidth: Fault<z.infer<typeof argumentsOf>> = {
  name: "limit-bandwidth",
  summary: "Lets traffic leave no faster than a rate, as a saturated link would.",
  arguments: argumentsOf,
  selects: "nothing",
  plan: ({ durationMs, arguments: { device, kilobits, ...traffic } }) =>
    planShaping(
      { traffic, device, rate: kilobits * 1000, delay: null },
      `Lets ${sayTraffic(traffic)} leave ${device} at ${kilobits} kbit/s for ${saySeconds(durationMs)}.`,
    ),
};
