import { randomUUID } from "node:crypto";

import {
  ensureGuard,
  listPending,
  livingGuard,
  openStateFolder,
  recover,
  stateFolderAt,
  uptimeSeconds,
  watchHalt,
  type Halt,
  type PendingRecords,
  type StateFolder,
} from "../../undo/index.ts";
import { absoluteMaximumMs, defaultMaximumMs, type FaultLimits } from "../limits.ts";
import { FaultRefused } from "../refusal.ts";
import { createAppliedFaults } from "./applied-faults.ts";
import { make } from "./make.ts";
import { prepare, refuseHalted, type Terms } from "./prepare.ts";
import {
  FaultStuck,
  type AppliedFault,
  type FaultApplication,
  type FaultEngine,
  type FaultEvent,
  type StuckFault,
} from "./request.ts";

export interface EngineOptions {
  /** Where undo is remembered; `defaultStateFolder()` unless tests have their own. */
  readonly stateFolder: string;
  /** Title of the experiment, for the record and for people. */
  readonly experiment: string | null;
  /** Hold for every fault of this engine, beside the limits of each; the tighter one wins. */
  readonly limits?: FaultLimits;
  /** Longest duration of a fault in milliseconds: `MORROW_MAX_DURATION` (seconds) or 15 minutes unless given, never above 24 h. */
  readonly maximumMs?: number;
  /** Decides which of the selected processes are taken; by chance unless given. */
  readonly seed?: string;
}

/** How often the engine looks at deadlines, the guard, and what others have undone. */
const lookEveryMs = 200;

/** Makes faults and undoes them. One engine for one run. */
export function createEngine(options: EngineOptions): FaultEngine {
  const folder = stateFolderAt(options.stateFolder);
  const terms: Terms = {
    limits: options.limits ?? {},
    maximumMs: options.maximumMs ?? maximumFrom(process.env["MORROW_MAX_DURATION"]),
    seed: options.seed ?? randomUUID(),
  };
  const listeners = new Set<(event: FaultEvent) => void>();
  const haltListeners = new Set<(halt: Halt) => void>();
  const emit = (event: FaultEvent): void => listeners.forEach((listener) => listener(event));
  const applied = createAppliedFaults(folder, emit);
  const applying = new Set<Promise<unknown>>();
  let halted: Halt | null = null;
  let closed = false;
  let recovered = false;
  let reviving = false;

  const timer = setInterval(() => {
    applied.look(uptimeSeconds());
    if (applied.count > 0 && livingGuard(folder) === null) void reviveGuard();
  }, lookEveryMs).unref();
  const stopWatching = watchHalt(folder, (found) => void onHalted(found));

  async function onHalted(found: Halt): Promise<void> {
    halted = found;
    await endEverything("halt");
    haltListeners.forEach((listener) => listener(found));
    haltListeners.clear();
  }

  /** Without a guard nothing would undo the faults if this process were killed now. */
  async function reviveGuard(): Promise<void> {
    if (reviving) return;
    reviving = true;
    try {
      await ensureGuard(folder);
      emit({ name: "guard-restarted" });
    } catch {
      await applied.endAll("ended");
    } finally {
      reviving = false;
    }
  }

  /** Opens the folder and, the first time, undoes what earlier processes left. */
  async function open(): Promise<StateFolder> {
    try {
      const opened = openStateFolder(folder.root);
      if (!recovered) stuckOf(await recover(opened)).forEach((stuck) => emit({ name: "left-behind", stuck }));
      recovered = true;
      return opened;
    } catch (cause) {
      throw new FaultRefused("undo.unavailable", cause instanceof Error ? cause.message : String(cause), {
        cause,
      });
    }
  }

  async function apply(application: FaultApplication): Promise<AppliedFault> {
    if (closed) throw new FaultRefused("fault.halted", "This run has ended; no further fault is made.");
    refuseHalted(folder);
    const opened = await open();
    const pendingBefore = listPending(opened).records;
    const prepared = await prepare(application, terms);
    const made = await make(prepared, {
      folder: opened,
      experiment: options.experiment,
      durationMs: application.durationMs,
      pendingBefore,
    });
    if (made.record !== null) applied.add(made.record);
    const fault = {
      id: made.id,
      fault: prepared.fault,
      effect: prepared.plan.effect,
      targets: prepared.plan.targets,
      evidence: made.evidence,
      deadlineAt: made.record?.deadlineAt ?? null,
    };
    emit({ name: "applied", applied: fault });
    return {
      ...fault,
      async end() {
        const stuck = await applied.end(made.id, "ended");
        if (stuck !== null) throw new FaultStuck(stuck);
      },
    };
  }

  /** What stands at once, and then what was being applied meanwhile. */
  async function endEverything(cause: "ended" | "halt"): Promise<readonly StuckFault[]> {
    await applied.endAll(cause);
    await Promise.allSettled(applying);
    return await applied.endAll(cause);
  }

  return {
    async plan(application) {
      const { plan } = await prepare(inWholeMilliseconds(application), terms);
      return { targets: plan.targets, effect: plan.effect, undo: plan.undo };
    },
    apply(application) {
      const work = apply(inWholeMilliseconds(application));
      applying.add(work);
      void work.catch(() => undefined).finally(() => applying.delete(work));
      return work;
    },
    endAll: () => endEverything("ended"),
    onHalt(listener) {
      if (halted === null) haltListeners.add(listener);
      else queueMicrotask(() => halted !== null && listener(halted));
      return () => haltListeners.delete(listener);
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      closed = true;
      const stuck = await endEverything("ended");
      clearInterval(timer);
      stopWatching();
      return stuck;
    },
  };
}

/** Leases and timers take no fractions. */
function inWholeMilliseconds(application: FaultApplication): FaultApplication {
  return { ...application, durationMs: Math.ceil(application.durationMs) };
}

function maximumFrom(seconds: string | undefined): number {
  if (seconds === undefined || seconds === "") return defaultMaximumMs;
  const given = Number(seconds) * 1000;
  if (given > 0 && given <= absoluteMaximumMs) return given;
  throw new FaultRefused(
    "limit.duration",
    `MORROW_MAX_DURATION is ${seconds}; it is a number of seconds, at most ${absoluteMaximumMs / 1000}.`,
  );
}

function stuckOf({ records, damaged }: PendingRecords): StuckFault[] {
  return [
    ...records.flatMap(({ id, fault, effect, state }) =>
      state.name === "stuck" ? [{ id, fault, effect, because: state.because }] : [],
    ),
    ...damaged.map(({ path, because }) => ({
      id: path,
      fault: "unknown",
      effect: "Unknown: the record is damaged.",
      because,
    })),
  ];
}
