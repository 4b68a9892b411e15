import { ExitRequested, Interrupted, InterruptExecution } from "../failures.ts";
import { runHypothesis } from "./hypothesis.ts";
import { pause } from "./pause.ts";
import { placeBeside, type Session } from "./session.ts";

export interface Schedule {
  /** Seconds between the end of one check and the start of the next. */
  readonly frequency: number;
  /** Ends the method once `failFastRatio` percent of the checks were not met. */
  readonly failFast: boolean;
  readonly failFastRatio: number;
}

export interface ContinuousHypothesis {
  /** Lets the running check end, and makes no further one. */
  stop(): Promise<void>;
}

/** Checks the hypothesis again and again beside the method (chaoslib.run.run_hypothesis_continuously). */
export function startContinuousHypothesis(session: Session, schedule: Schedule): ContinuousHypothesis {
  const stopped = new AbortController();
  const finished = check(session, schedule, stopped.signal).catch((error: unknown) =>
    conclude(session, error),
  );
  return {
    stop() {
      stopped.abort();
      return finished;
    },
  };
}

async function check(session: Session, schedule: Schedule, stopped: AbortSignal): Promise<void> {
  const { journal } = session;
  let unmet = 0;
  for (
    let iteration = 1;
    !stopped.aborted && (journal.status === null || journal.status === "completed");
    iteration += 1
  ) {
    const state = await runHypothesis(session, "during", placeBeside(session, "hypothesis"));
    journal.steady_states.during.push(state);
    if (state.steady_state_met !== true) {
      unmet += 1;
      const ratio = (unmet * 100) / iteration;
      if (schedule.failFast && ratio >= schedule.failFastRatio) {
        session.emit({
          kind: "note",
          level: "warning",
          message: `The method ends early: the hypothesis was not met in ${ratio.toFixed(1)} % of its checks.`,
        });
        journal.status = "failed";
        return;
      }
    }
    await pause(schedule.frequency, AbortSignal.any([stopped, session.interruption.besideSignal])).catch(
      () => {},
    );
  }
}

function conclude(session: Session, error: unknown): void {
  // Who ended these has said so already.
  if (error instanceof Interrupted || error instanceof ExitRequested) return;
  session.journal.status = error instanceof InterruptExecution ? "interrupted" : "aborted";
  const message = error instanceof Error ? error.message : String(error);
  session.emit({ kind: "note", level: "error", message: `The continuous hypothesis ended: ${message}` });
}
