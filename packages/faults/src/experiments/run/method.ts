import { ExitRequested, Interrupted, InterruptExecution } from "../failures.ts";
import { type Dictionary, get, isDictionary, isList, isTruthy } from "../values/index.ts";
import { executeActivity } from "./activity.ts";
import type { ActivityRun } from "./journal.ts";
import { mainPlace, placeBeside, type Session } from "./session.ts";

/** How long background activities may take to end once they were told to. */
const graceMilliseconds = 200;

export function stepsOf(experiment: Dictionary, part: "method" | "rollbacks"): readonly Dictionary[] {
  const steps = get(experiment, part);
  return isList(steps) ? steps.filter(isDictionary) : [];
}

/** Plays the method. Returns whether it came to its end; an unexpected failure aborts the run. */
export async function runMethod(session: Session): Promise<boolean> {
  const runs: ActivityRun[] = [];
  session.journal.run = runs;
  session.emit({ kind: "method-started", activities: stepsOf(session.experiment, "method").length });
  try {
    await session.controls.around("method", session.experiment, mainPlace(session), async (setState) => {
      setState(runs);
      await playMethod(session, runs);
    });
    return true;
  } catch (error) {
    if (endsRun(error)) throw error;
    session.journal.status = "aborted";
    const message = error instanceof Error ? error.message : String(error);
    session.emit({ kind: "note", level: "error", message: `The method can't go on: ${message}` });
    return false;
  } finally {
    session.emit({ kind: "method-ended" });
  }
}

function endsRun(error: unknown): boolean {
  return (
    error instanceof InterruptExecution || error instanceof ExitRequested || error instanceof Interrupted
  );
}

async function playMethod(session: Session, runs: ActivityRun[]): Promise<void> {
  const beside: Promise<unknown>[] = [];
  let waits = true;
  try {
    for (const [index, step] of stepsOf(session.experiment, "method").entries()) {
      if (isTruthy(get(step, "background")))
        beside.push(
          executeActivity(session, step, "method", placeBeside(session, `background ${index}`), runs),
        );
      else await executeActivity(session, step, "method", mainPlace(session), runs);
      if (session.journal.status !== null && session.journal.status !== "completed") break;
    }
    session.interruption.signal.throwIfAborted();
  } catch (error) {
    if (error instanceof Interrupted) session.interruption.rearm();
    waits = !isUngraceful(error);
    throw error;
  } finally {
    // What goes wrong in the background shows in the run itself: it has no status.
    const settled = Promise.allSettled(beside);
    if (waits) await session.interruption.race(settled);
    else await abandon(session, settled);
  }
}

function isUngraceful(error: unknown): boolean {
  if (error instanceof ExitRequested) return error.code === 30;
  return (
    error instanceof Interrupted && (error.reason.kind === "stopped" || error.reason.signal === "SIGUSR2")
  );
}

async function abandon(session: Session, settled: Promise<unknown>): Promise<void> {
  session.interruption.abandonBeside(new Interrupted({ kind: "signal", signal: "SIGUSR2" }));
  await session.python.interruptThreads();
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, graceMilliseconds);
  await Promise.race([settled, promise]);
  clearTimeout(timer);
}
