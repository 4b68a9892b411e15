import { availableParallelism } from "node:os";
import { z } from "zod";

import type { Fault } from "./fault.ts";
import { armLoad } from "./load/start-load.ts";
import { saySeconds } from "./quantity.ts";

const argumentsOf = z.strictObject({
  /** Threads that are kept busy; by default one for each processor. */
  workers: z.int().min(1).max(1024).optional(),
  /** Percent of the time that each thread is busy. */
  load: z.number().gt(0).max(100).default(100),
});

/** Keeps processors busy from a process of its own. */
export const stressCpu: Fault<z.infer<typeof argumentsOf>> = {
  name: "stress-cpu",
  summary: "Keeps the processors of this host busy, as a runaway job or a noisy neighbour would.",
  arguments: argumentsOf,
  selects: "nothing",
  async plan({ durationMs, arguments: { workers = availableParallelism(), load } }) {
    return {
      targets: [`this host: ${workers} of ${availableParallelism()} processors, ${load} % each`],
      effect: `Keeps ${workers} threads busy ${load} % of the time for ${saySeconds(durationMs)}.`,
      undo: "Ends the process that makes the load.",
      arm: () => armLoad("cpu-load.ts", { workers, share: load / 100 }, durationMs),
    };
  },
};
