import { isAlive } from "../identity.ts";
import type { ProcessIdentity } from "../step.ts";
import { StepFailed } from "./step-failed.ts";

/** Sends a signal to exactly this process: its start is compared right before, because numbers are given again. A process that is gone is fine. */
export function signal(identity: ProcessIdentity, name: NodeJS.Signals): void {
  if (!isAlive(identity)) return;
  try {
    process.kill(identity.pid, name);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ESRCH") return;
    if (code === "EPERM")
      throw new StepFailed(
        `Process ${identity.pid} belongs to somebody else; sending it ${name} is not allowed.`,
      );
    throw error;
  }
}
