import { z } from "zod";

import type { Fault } from "./fault.ts";
import { planShaping } from "./network/shaping.ts";
import { leavingTrafficFields, sayTraffic } from "./network/traffic.ts";
import { saySeconds } from "./quantity.ts";

const argumentsOf = z.strictObject({
  ...leavingTrafficFields,
  /** The device that the traffic leaves by, such as eth0. */
  device: z.string().regex(/^[\w.@-]{1,15}$/, "is no name of a device"),
  /** Milliseconds that each packet waits, and how much that varies in either direction. */
  delay: z.number().min(1).max(60_000),
  jitter: z.number().min(0).max(60_000).default(0),
});

/** Delays what leaves, where the kernel has the queueing discipline netem; the fault proxy does it everywhere. */
export const delayPackets: Fault<z.infer<typeof argumentsOf>> = {
  name: "delay-packets",
  summary: "Delays the packets that leave for some addresses or ports, as a long way or a busy link would.",
  arguments: argumentsOf,
  selects: "nothing",
  plan: ({ durationMs, arguments: { device, delay, jitter, ...traffic } }) =>
    planShaping(
      { traffic, device, rate: null, delay: { ms: delay, jitterMs: jitter } },
      `Delays ${sayTraffic(traffic)} leaving ${device} by ${delay} ms for ${saySeconds(durationMs)}.`,
    ),
};
