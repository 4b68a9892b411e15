import { z } from "zod";

import type { Fault, FaultRequest } from "./fault.ts";
import { sayProcess, saySeconds } from "./quantity.ts";
import { FaultFailed } from "./refusal.ts";
import { reachesState, signalProcess } from "./signal.ts";

const argumentsOf = z.strictObject({});

/** A stop is done when the kernel shows it; a process in an uninterruptible wait stops when that ends. */
const stopsWithinMs = 2000;

/** Stops processes (SIGSTOP): they keep their memory, sockets and locks, and make no progress until they go on (SIGCONT). */
export const pauseProcess: Fault<z.infer<typeof argumentsOf>> = {
  name: "pause-process",
  summary:
    "Stops processes for a while, as a long garbage collection, a stalled disk or a suspended machine would.",
  arguments: argumentsOf,
  selects: "processes",
  async plan({ targets, durationMs }) {
    const names = targets.map(sayProcess);
    return {
      targets: names,
      effect: `Stops ${names.join(", ")} for ${saySeconds(durationMs)} (SIGSTOP).`,
      undo: `Lets ${names.join(", ")} go on (SIGCONT).`,
      arm: async () => ({
        steps: targets.map(({ pid, startTicks, bootId }) => ({
          kind: "resume-process",
          process: { pid, startTicks, bootId },
        })),
        expiry: "expiry-process",
        apply: () => stop(targets),
        discard: async () => undefined,
      }),
    };
  },
};

async function stop(
  targets: FaultRequest<unknown>["targets"],
): Promise<{ stopped: number[]; gone: number[] }> {
  const stopped: number[] = [];
  const gone: number[] = [];
  for (const target of targets) {
    if (!signalProcess(target, "SIGSTOP")) gone.push(target.pid);
    else if (await reachesState(target, (state) => state === null || /[Tt]/.test(state), stopsWithinMs))
      stopped.push(target.pid);
    else throw new FaultFailed(`${sayProcess(target)} was sent SIGSTOP and did not stop.`);
  }
  if (stopped.length === 0) throw new FaultFailed("Every process that was to be stopped had ended before.");
  return { stopped, gone };
}
