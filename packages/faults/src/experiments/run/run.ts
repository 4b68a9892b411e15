import type { StuckFault } from "../../faults/engine/index.ts";
import type { Experiment } from "../document/index.ts";
import { ExitRequested, Interrupted, InterruptExecution } from "../failures.ts";
import type { Python } from "../providers/python/index.ts";
import type { Dictionary, Value } from "../values/index.ts";
import { now } from "./clock.ts";
import { type Schedule, startContinuousHypothesis } from "./continuous.ts";
import type { RunListener } from "./events.ts";
import { hypothesisOf, probesOf, runHypothesis } from "./hypothesis.ts";
import type { Interruption } from "./interruption.ts";
import type { Journal, SteadyState } from "./journal.ts";
import type { LazyFaults } from "./lazy-faults.ts";
import { runMethod, stepsOf } from "./method.ts";
import type { GivenVariables } from "./prepare.ts";
import { withoutSecrets } from "./redact.ts";
import { playsRollbacks, runRollbacks } from "./rollbacks.ts";
import { type Dry, mainPlace, type Session } from "./session.ts";
import { firstUnmet, watchStopConditions } from "./stop-conditions.ts";
import { runsAfter, runsBefore, runsDuring, type Strategies } from "./strategies.ts";
import { type Judgement, judge } from "./verdict.ts";

export interface RunOptions {
  readonly strategies: Strategies;
  readonly schedule: Schedule;
  readonly dry: Dry | null;
  readonly variables: GivenVariables;
  readonly settings: Dictionary;
  /** Controls of settings and control files. */
  readonly globals: readonly Dictionary[];
  readonly environment: NodeJS.ProcessEnv;
  readonly python: Python;
  /** Where faults are remembered until they are undone. */
  readonly stateFolder: string;
  /** Through this the run can be interrupted from outside. */
  readonly interruption: Interruption;
  readonly listener: RunListener;
}

export interface RunResult extends Judgement {
  /** Without secrets. */
  readonly journal: Journal;
  /** 0, or 1 where Chaos Toolkit would say 1 or a fault of Morrow is left. */
  readonly exitCode: 0 | 1;
}

/** One run from its start to its journal. */
export class Run {
  readonly #session: Session;
  readonly #typed: Experiment;
  readonly #options: RunOptions;
  readonly #faults: LazyFaults;
  #stopped: { readonly by: "condition" | "halt"; readonly because: string } | null = null;
  #stuck: readonly StuckFault[] = [];
  /** An unexpected failure, for which the original writes no journal at all. */
  #crashed: string | null = null;

  constructor(session: Session, typed: Experiment, options: RunOptions, faults: LazyFaults) {
    this.#session = session;
    this.#typed = typed;
    this.#options = options;
    this.#faults = faults;
  }

  async play(): Promise<void> {
    const { controls, journal } = this.#session;
    try {
      await controls.initialise();
      let rollsBack = true;
      try {
        await this.#playParts();
      } catch (error) {
        rollsBack = this.#interrupted(error);
      } finally {
        this.#session.interruption.rearm();
        // Before the rollbacks: they put the system right, and must find it without faults.
        this.#stuck = await this.#faults.endAll();
      }
      if (rollsBack && playsRollbacks(this.#options.strategies.rollbacks, journal))
        await runRollbacks(this.#session);
    } catch (error) {
      this.#crash(error);
    }
  }

  /** Sets what the journal says about the run as a whole. */
  finish(duration: Value): void {
    const { journal } = this.#session;
    journal.end = now().iso;
    journal.duration = duration;
    journal.status ??= "completed";
  }

  /** The last controls. */
  async end(): Promise<void> {
    const { controls, experiment, journal } = this.#session;
    try {
      if (this.#crashed === null)
        await controls
          .apply("experiment", "after", experiment, journal, mainPlace(this.#session))
          .catch((error: unknown) => {
            if (!(error instanceof InterruptExecution)) throw error;
          });
      await controls.cleanUp();
    } catch (error) {
      this.#crash(error);
    }
  }

  result(redact: <T>(value: T) => T): RunResult {
    const { journal, experiment, dry } = this.#session;
    const judgement = judge({
      journal,
      dry,
      rollbacks: stepsOf(experiment, "rollbacks").length,
      stuck: this.#stuck.length,
      stopped: this.#stopped,
      crashed: this.#crashed,
    });
    const failed =
      journal.status !== "completed" || journal.deviated || this.#stuck.length > 0 || this.#crashed !== null;
    return {
      ...redact(judgement),
      exitCode: failed ? 1 : 0,
      journal: redact({
        ...journal,
        experiment: withoutSecrets(journal.experiment),
        verdict: judgement.verdict,
        morrow: {
          because: judgement.because,
          stopped: this.#stopped?.because ?? null,
          broke_off: this.#crashed,
          stuck: this.#stuck.map(({ id, fault, effect, because }) => ({ id, fault, effect, because })),
        },
      }),
    };
  }

  async #playParts(): Promise<void> {
    const session = this.#session;
    const { journal } = session;
    const { hypothesis: strategy } = this.#options.strategies;
    await session.controls.apply("experiment", "before", session.experiment, null, mainPlace(session));
    const { stop, frequency } = this.#typed.morrow;
    const unmet = await firstUnmet(session, stop);
    if (unmet !== null) throw new Interrupted({ kind: "stopped", by: "condition", because: unmet });
    const watch = watchStopConditions(session, stop, frequency, (because) => this.#stopBecause(because));
    try {
      const checks = strategy !== "skip" && probesOf(hypothesisOf(session.experiment)).length > 0;
      if (checks && runsBefore(strategy) && !(await this.#gate())) return;
      const played = await this.#playMethod(checks && runsDuring(strategy));
      session.interruption.signal.throwIfAborted();
      if (journal.status === "interrupted" || journal.status === "aborted") return;
      if (checks && played && runsAfter(strategy)) await this.#checkAfter();
      session.interruption.signal.throwIfAborted();
    } finally {
      await watch.close();
    }
  }

  async #playMethod(continuously: boolean): Promise<boolean> {
    const continuous = continuously ? startContinuousHypothesis(this.#session, this.#options.schedule) : null;
    try {
      return await runMethod(this.#session);
    } finally {
      await continuous?.stop();
    }
  }

  async #gate(): Promise<boolean> {
    const { journal } = this.#session;
    const state = await runHypothesis(this.#session, "before", mainPlace(this.#session));
    journal.steady_states.before = state;
    if (state.steady_state_met === true) return true;
    journal.status = statusOf(state);
    return false;
  }

  async #checkAfter(): Promise<void> {
    const { journal } = this.#session;
    const state = await runHypothesis(this.#session, "after", mainPlace(this.#session));
    journal.steady_states.after = state;
    if (state.steady_state_met === true) return;
    journal.deviated = true;
    journal.status = statusOf(state);
  }

  async #stopBecause(because: string): Promise<void> {
    // Undo first; only then is anything else ended.
    this.#stuck = await this.#faults.endAll();
    this.#session.interruption.interrupt({ kind: "stopped", by: "condition", because });
  }

  /** Sets the status that an interruption means. Returns whether rollbacks may be played. @throws what is no interruption */
  #interrupted(error: unknown): boolean {
    const { journal, emit } = this.#session;
    if (error instanceof Interrupted) {
      const { reason } = error;
      if (reason.kind === "stopped") this.#stopped = reason;
      journal.status = reason.kind === "stopped" ? "aborted" : "interrupted";
      emit({ kind: "interrupted", because: error.message });
      return reason.kind === "stopped" || reason.signal !== "SIGUSR2";
    }
    if (error instanceof InterruptExecution || error instanceof ExitRequested) {
      journal.status = "interrupted";
      emit({ kind: "interrupted", because: error.message });
      return !(error instanceof ExitRequested && error.code === 30);
    }
    throw error;
  }

  #crash(error: unknown): void {
    const { journal, emit } = this.#session;
    this.#crashed ??= error instanceof Error ? error.message : String(error);
    journal.status = "aborted";
    emit({ kind: "note", level: "error", message: this.#crashed });
  }
}

/** A probe that failed makes the run fail; one that is only outside of its tolerance does not. */
function statusOf(state: SteadyState): Journal["status"] {
  return state.probes.some((probe) => probe.status !== "succeeded") ? "failed" : "completed";
}
