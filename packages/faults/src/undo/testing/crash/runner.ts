import { setTimeout as wait } from "node:timers/promises";

import { z } from "zod";

import { createEngine } from "../../../faults/engine/index.ts";
import { processPredicate } from "../../../targets/index.ts";
import { listPending } from "../../journal.ts";
import { stateFolderAt } from "../../state-folder.ts";

/** A runner as `morrow run` is one, to be killed: applies one fault, says how far it is on standard output, and perhaps ends it. */
export const runnerOrder = z.object({
  root: z.string(),
  fault: z.string(),
  select: processPredicate.optional(),
  arguments: z.unknown().optional(),
  durationMs: z.number(),
  /** Milliseconds from applied to ended; null leaves it to the deadline. */
  endAfterMs: z.number().nullable(),
});

export type RunnerOrder = z.infer<typeof runnerOrder>;

if (process.argv[1] === import.meta.filename) await run(runnerOrder.parse(JSON.parse(process.argv[2] ?? "")));

async function run({ root, endAfterMs, ...application }: RunnerOrder): Promise<void> {
  const engine = createEngine({ stateFolder: root, experiment: "crash test" });
  say("applying");
  const applied = await engine.apply({ ...application, limits: { spare: 0 } });
  say("applied");
  if (endAfterMs !== null) {
    await wait(endAfterMs);
    say("ending");
    await applied.end();
  }
  while (listPending(stateFolderAt(root)).records.length > 0) await wait(50);
  say("ended");
  await engine.close();
}

function say(stage: string): void {
  process.stdout.write(`${stage}\n`);
}
