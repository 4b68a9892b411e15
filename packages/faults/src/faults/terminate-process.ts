import { z } from "zod";

import type { Fault, FaultEvidence, Target } from "./fault.ts";
import { sayProcess, saySeconds } from "./quantity.ts";
import { FaultFailed } from "./refusal.ts";
import { reachesState, signalProcess } from "./signal.ts";

const argumentsOf = z.strictObject({
  /** What is sent first; SIGKILL leaves no chance to tidy up. */
  signal: z.enum(["SIGTERM", "SIGINT", "SIGHUP", "SIGQUIT", "SIGKILL"]).default("SIGTERM"),
  /** Seconds until SIGKILL follows; null sends nothing harder. */
  grace: z.number().min(0).max(600).nullable().default(5),
});

type Arguments = z.infer<typeof argumentsOf>;

/** After SIGKILL only an uninterruptible wait keeps a process, and then nothing more can be done. */
const endsWithinMs = 5000;

/** Ends processes. There is no undo: whatever supervises them starts them again, and that is what is tested. */
export const terminateProcess: Fault<Arguments> = {
  name: "terminate-process",
  summary:
    "Ends processes with a signal, and harder when they stay. Nothing is undone: their supervisor is what is tested.",
  arguments: argumentsOf,
  selects: "processes",
  async plan({ targets, arguments: { signal, grace } }) {
    const names = targets.map(sayProcess);
    const harder =
      grace === null || signal === "SIGKILL" ? "" : `, and SIGKILL after ${saySeconds(grace * 1000)}`;
    return {
      targets: names,
      effect: `Ends ${names.join(", ")} (${signal}${harder}).`,
      undo: "None: an ended process is started again by whatever supervises it, not by Morrow.",
      arm: async () => ({
        steps: [],
        expiry: "itself",
        apply: () => endAll(targets, { signal, grace }),
        discard: async () => undefined,
      }),
    };
  },
};

async function endAll(targets: readonly Target[], how: Arguments): Promise<FaultEvidence> {
  const ends = await Promise.all(targets.map((target) => endOne(target, how)));
  const pids = (wanted: End): number[] =>
    targets.flatMap(({ pid }, index) => (ends[index] === wanted ? pid : []));
  if (ends.every((end) => end === "gone"))
    throw new FaultFailed("Every process that was to be ended had ended before.");
  if (ends.includes("stays"))
    throw new FaultFailed(`Still there after ${how.signal}: process ${pids("stays").join(", ")}.`);
  return { ended: pids("ended"), killed: pids("killed"), gone: pids("gone") };
}

type End = "ended" | "killed" | "gone" | "stays";

const hasEnded = (state: string | null): boolean => state === null;

async function endOne(target: Target, { signal, grace }: Arguments): Promise<End> {
  if (!signalProcess(target, signal)) return "gone";
  const patience = signal === "SIGKILL" || grace === null ? endsWithinMs : grace * 1000;
  if (await reachesState(target, hasEnded, patience)) return signal === "SIGKILL" ? "killed" : "ended";
  if (grace === null || signal === "SIGKILL") return "stays";
  if (!signalProcess(target, "SIGKILL")) return "ended";
  return (await reachesState(target, hasEnded, endsWithinMs)) ? "killed" : "stays";
}
