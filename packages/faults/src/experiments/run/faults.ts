import {
  type AppliedFault,
  createEngine,
  type FaultApplication,
  type FaultEngine,
  FaultStuck,
  type StuckFault,
} from "../../faults/engine/index.ts";
import { defaultMaximumMs, faultLimits, take } from "../../faults/limits.ts";
import { FaultFailed, FaultRefused } from "../../faults/refusal.ts";
import { processPredicate } from "../../targets/index.ts";
import { ActivityFailed } from "../failures.ts";
import type { FaultWish, RunFaults } from "../providers/morrow.ts";
import type { Dictionary } from "../values/index.ts";
import type { RunEvent } from "./events.ts";

export interface EngineFaultsOptions {
  readonly stateFolder: string;
  /** Title of the experiment. */
  readonly experiment: string;
  readonly limits: Dictionary | null;
  /** For faults that name none; null takes the longest that is allowed. */
  readonly durationMs: number | null;
  readonly environment: NodeJS.ProcessEnv;
  readonly emit: (event: RunEvent) => void;
}

/** The faults of one run, made and undone by the engine. */
export class EngineFaults implements RunFaults {
  readonly #options: EngineFaultsOptions;
  readonly #engine: FaultEngine;
  readonly #applied = new Map<string, AppliedFault[]>();

  /** @throws ActivityFailed when the limits of the experiment can't be understood */
  constructor(options: EngineFaultsOptions) {
    this.#options = options;
    const { stateFolder, experiment, limits } = options;
    this.#engine = createEngine({
      stateFolder,
      experiment,
      ...(limits === null ? {} : { limits: parsed("limits", () => faultLimits.parse(limits)) }),
    });
    this.#engine.onEvent((event) => {
      switch (event.name) {
        case "applied": {
          const { id, effect, deadlineAt } = event.applied;
          return options.emit({ kind: "fault-applied", id, effect, deadline: deadlineAt });
        }
        case "ended":
          return options.emit({ kind: "fault-ended", id: event.id, by: event.by });
        case "stuck":
        case "left-behind":
          return options.emit({ kind: "fault-stuck", ...event.stuck });
        case "guard-restarted":
          return options.emit({
            kind: "note",
            level: "warning",
            message: "The guard of the faults was gone; another one is up.",
          });
      }
    });
  }

  async plan(wish: FaultWish): Promise<Dictionary> {
    const plan = await failing(() => this.#engine.plan(this.#application(wish)));
    this.#options.emit({ kind: "fault-planned", ...plan });
    return { targets: plan.targets, effect: plan.effect, undo: plan.undo };
  }

  async apply(activity: string, wish: FaultWish): Promise<Dictionary> {
    const applied = await failing(() => this.#engine.apply(this.#application(wish)));
    this.#applied.set(activity, [...(this.#applied.get(activity) ?? []), applied]);
    return {
      id: applied.id,
      effect: applied.effect,
      targets: applied.targets,
      deadline: applied.deadlineAt,
      evidence: applied.evidence,
    };
  }

  async end(activity: string): Promise<Dictionary> {
    const applied = this.#applied.get(activity) ?? [];
    if (applied.length === 0) throw new ActivityFailed(`No activity "${activity}" has applied a fault.`);
    for (const fault of applied.toReversed()) await failing(() => fault.end());
    this.#applied.delete(activity);
    return { ended: applied.map(({ id }) => id) };
  }

  /** Undoes what is still there. @returns what could not be undone */
  endAll(): Promise<readonly StuckFault[]> {
    return this.#engine.endAll();
  }

  close(): Promise<readonly StuckFault[]> {
    return this.#engine.close();
  }

  #application(wish: FaultWish): FaultApplication {
    const { fault, select, limits } = wish;
    return {
      fault,
      arguments: wish.arguments,
      durationMs: wish.durationMs ?? this.#options.durationMs ?? longest(this.#options.environment),
      take: parsed("take", () => take.parse(wish.take)),
      ...(select === null ? {} : { select: parsed("select", () => processPredicate.parse(select)) }),
      ...(limits === null ? {} : { limits: parsed("limits", () => faultLimits.parse(limits)) }),
    };
  }
}

function longest(environment: NodeJS.ProcessEnv): number {
  const given = Number(environment["MORROW_MAX_DURATION"] ?? "") * 1000;
  return given > 0 ? Math.min(given, defaultMaximumMs) : defaultMaximumMs;
}

async function failing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FaultRefused || error instanceof FaultFailed || error instanceof FaultStuck)
      throw new ActivityFailed(error.message, { cause: error });
    throw error;
  }
}

function parsed<T>(what: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new ActivityFailed(`${what}: ${messageOf(error)}`, { cause: error });
  }
}

function messageOf(error: unknown): string {
  const issues = typeof error === "object" && error !== null && "issues" in error ? error.issues : null;
  if (!Array.isArray(issues)) return String(error);
  return issues.map((issue: { message?: string }) => issue.message ?? "").join("; ");
}
