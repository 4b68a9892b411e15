import { ExitRequested, Interrupted, InterruptExecution } from "../failures.ts";
import { get, isTruthy } from "../values/index.ts";
import { executeActivity } from "./activity.ts";
import type { ActivityRun, Journal } from "./journal.ts";
import { stepsOf } from "./method.ts";
import { mainPlace, placeBeside, type Session } from "./session.ts";
import type { RollbackStrategy } from "./strategies.ts";

export function playsRollbacks(strategy: RollbackStrategy, { status, deviated }: Journal): boolean {
  switch (strategy) {
    case "always":
      return true;
    case "never":
      return false;
    case "deviated":
      return deviated;
    case "default":
      return status !== "failed" && status !== "interrupted";
  }
}

/** Plays all rollbacks in order. An interruption leaves out the rest. */
export async function runRollbacks(session: Session): Promise<void> {
  const runs: ActivityRun[] = [];
  session.journal.rollbacks = runs;
  session.emit({ kind: "rollbacks-started", activities: stepsOf(session.experiment, "rollbacks").length });
  try {
    await session.controls.around("rollback", session.experiment, mainPlace(session), async (setState) => {
      setState(runs);
      await playRollbacks(session, runs);
    });
  } catch (error) {
    const ends =
      error instanceof InterruptExecution || error instanceof ExitRequested || error instanceof Interrupted;
    if (!ends) throw error;
    session.journal.status = "interrupted";
    session.emit({ kind: "interrupted", because: `${error.message}; the remaining rollbacks are left out` });
  } finally {
    session.emit({ kind: "rollbacks-ended" });
  }
}

async function playRollbacks(session: Session, runs: ActivityRun[]): Promise<void> {
  const beside: Promise<unknown>[] = [];
  try {
    for (const [index, step] of stepsOf(session.experiment, "rollbacks").entries()) {
      if (isTruthy(get(step, "background")))
        beside.push(
          executeActivity(session, step, "rollbacks", placeBeside(session, `rollback ${index}`), runs),
        );
      else await executeActivity(session, step, "rollbacks", mainPlace(session), runs);
    }
  } catch (error) {
    if (error instanceof Interrupted) session.interruption.rearm();
    throw error;
  } finally {
    await session.interruption.race(Promise.allSettled(beside));
  }
}
