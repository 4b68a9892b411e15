import { stateOf } from "../identity.ts";
import type { ProcessIdentity } from "../step.ts";
import { signal } from "./signal.ts";
import { StepFailed } from "./step-failed.ts";
import { waitUntil } from "./wait-until.ts";

const patienceMs = 1000;

export async function resumeProcess(identity: ProcessIdentity): Promise<void> {
  signal(identity, "SIGCONT");
  if (!(await waitUntil(() => stateOf(identity) !== "T", patienceMs)))
    throw new StepFailed(`Process ${identity.pid} was sent SIGCONT and is still stopped.`);
}
