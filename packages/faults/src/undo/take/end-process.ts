import { isAlive } from "../identity.ts";
import type { ProcessIdentity } from "../step.ts";
import { signal } from "./signal.ts";
import { StepFailed } from "./step-failed.ts";
import { waitUntil } from "./wait-until.ts";

/** Giving back gigabytes of memory takes the kernel a while. */
const patienceMs = 3000;

export async function endProcess(identity: ProcessIdentity): Promise<void> {
  signal(identity, "SIGKILL");
  if (!(await waitUntil(() => !isAlive(identity), patienceMs)))
    throw new StepFailed(`Process ${identity.pid} was sent SIGKILL and is still there.`);
}
